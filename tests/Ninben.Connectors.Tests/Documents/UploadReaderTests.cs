using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Ninben.Connectors.Documents;

namespace Ninben.Connectors.Tests.Documents;

public sealed class UploadReaderTests
{
    // One white pixel.
    private static readonly byte[] Png =
        Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAG7buVgAAAABJRU5ErkJggg==");

    private static readonly byte[] Pdf =
        Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 2/Kids[3 0 R 4 0 R]>>endobj\n"
        + "3 0 obj<</Type/Page/Parent 2 0 R>>endobj\n4 0 obj<</Type /Page /Parent 2 0 R>>endobj\nstartxref\n9\n%%EOF\n");

    [Fact]
    public void Takes_pictures_and_pdf_by_their_bytes()
    {
        Assert.Equal(new SniffedDocument("image/png", 1), Check(Png).Document);
        Assert.Equal(new SniffedDocument("image/jpeg", 1), Check(Jpeg(800, 600)).Document);
        Assert.Equal(new SniffedDocument("application/pdf", 2), Check(Pdf).Document);
    }

    [Fact]
    public void Says_what_was_expected_and_found_when_a_text_is_named_as_a_picture()
    {
        var reading = UploadReader.Check("hello"u8, "image/png", "scan.png", TextFiles.Accept);

        Assert.Null(reading.Document);
        Assert.Equal(UploadRefusalKind.NotAsClaimed, reading.Refusal!.Kind);
        Assert.Equal("The file's name ends in .png, so a PNG picture was expected; found plain text.", reading.Refusal.Message);
    }

    [Fact]
    public void Believes_bytes_and_refuses_when_the_sender_says_something_else()
    {
        var reading = UploadReader.Check(Jpeg(10, 10), "application/pdf", null, TextFiles.Refuse);

        Assert.Equal("The sender says application/pdf, so a PDF was expected; found a JPEG picture.", reading.Refusal!.Message);
    }

    [Fact]
    public void Takes_text_only_where_it_is_asked_for()
    {
        var text = "Invoice No. 17\nTotal £ 12.00\n"u8;

        Assert.Equal(UploadRefusalKind.UnknownKind, UploadReader.Check(text, null, null, TextFiles.Refuse).Refusal!.Kind);
        Assert.Equal("text/plain", UploadReader.Check(text, null, "a.txt", TextFiles.Accept).Document!.MediaType);
    }

    [Theory]
    [InlineData(new byte[] { 0x41, 0x00, 0x42 })]
    [InlineData(new byte[] { 0x41, 0xC3, 0x28 })]
    [InlineData(new byte[] { 0x50, 0x4B, 0x03, 0x04, 0x20 })]
    [InlineData(new byte[] { 0x3C, 0x1B, 0x5B })]
    public void Refuses_control_characters_broken_utf8_and_archives(byte[] bytes) =>
        Assert.Equal(UploadRefusalKind.UnknownKind, UploadReader.Check(bytes, null, null, TextFiles.Accept).Refusal!.Kind);

    [Fact]
    public void Refuses_nothing_and_too_much()
    {
        Assert.Equal(UploadRefusalKind.Empty, Check([]).Refusal!.Kind);
        var reading = Check(new byte[UploadReader.MostBytes + 1]);
        Assert.Equal((UploadRefusalKind.TooLarge, "Expected at most 20 MB, found 20.0 MB."), (reading.Refusal!.Kind, reading.Refusal.Message));
    }

    [Theory]
    [InlineData(20_001, 1)]
    [InlineData(15_000, 15_000)]
    public void Refuses_pictures_that_unfold_into_too_many_pixels(int width, int height)
    {
        var png = (byte[])Png.Clone();
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);

        Assert.Equal(UploadRefusalKind.TooLarge, Check(png).Refusal!.Kind);
        Assert.Equal(UploadRefusalKind.TooLarge, Check(Jpeg(width, height)).Refusal!.Kind);
    }

    [Fact]
    public void Refuses_every_truncation_of_a_picture_and_of_a_pdf()
    {
        foreach (var whole in new[] { Png, Jpeg(4, 4) })
            for (var length = 1; length < whole.Length; length++) Assert.Null(Check(whole[..length]).Document);
        // The line feed behind the end mark may be missing, everything else may not.
        for (var length = 1; length < Pdf.Length - 1; length++) Assert.Null(Check(Pdf[..length]).Document);
    }

    [Fact]
    public void Refuses_a_second_file_hidden_behind_a_picture()
    {
        byte[] archive = [0x50, 0x4B, 0x03, 0x04, 1, 2, 3];

        Assert.Equal("Expected a whole PNG picture, but there are bytes behind its end.", Check([.. Png, .. archive]).Refusal!.Message);
        Assert.Equal(UploadRefusalKind.Damaged, Check([.. Jpeg(4, 4), .. archive]).Refusal!.Kind);
    }

    [Fact]
    public void Counts_pages_that_lie_in_compressed_object_streams()
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal,
            leaveOpen: true)) zlib.Write("<</Type/Page>> <</Type/Page>> <</Type/Page>> <</Type/Pages>>"u8);
        byte[] pdf = [.. "%PDF-1.5\n5 0 obj<</Type/ObjStm/Filter/FlateDecode/N 4>>stream\n"u8, .. packed.ToArray(),
            .. "\nendstream endobj\nstartxref\n9\n%%EOF"u8];

        Assert.Equal(3, Check(pdf).Document!.Pages);
    }

    [Fact]
    public void Refuses_a_pdf_behind_a_password()
    {
        var pdf = Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(Pdf).Replace("startxref", "trailer<</Encrypt 9 0 R>>\nstartxref", StringComparison.Ordinal));

        Assert.Contains("password", Check(pdf).Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Survives_random_bytes_behind_every_mark()
    {
        var random = new Random(11);
        byte[][] marks = [Png[..8], [0xFF, 0xD8, 0xFF], "%PDF-1.7\n/ObjStm stream\n"u8.ToArray()];
        for (var round = 0; round < 3_000; round++)
        {
            var noise = new byte[random.Next(200)];
            random.NextBytes(noise);
            if (round % 5 == 0) for (var i = 0; i < noise.Length; i += 3) noise[i] = 0xFF;

            Assert.Null(Check([.. marks[round % 3], .. noise]).Document);
        }
    }

    private static UploadReading Check(byte[] bytes) => UploadReader.Check(bytes, null, null, TextFiles.Refuse);

    // SOI, SOF0 with one component, SOS, no pixels, EOI: enough for a reader that looks at structure.
    private static byte[] Jpeg(int width, int height) =>
        [0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8, (byte)(height >> 8), (byte)(height & 255), (byte)(width >> 8), (byte)(width & 255), 1, 1, 0x11, 0, 0xFF,
            0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0xFF, 0xD9];
}

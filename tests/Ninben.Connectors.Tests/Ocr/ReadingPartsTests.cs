using System.IO.Compression;
using System.Text;
using Ninben.Connectors.Ocr;

namespace Ninben.Connectors.Tests.Ocr;

public sealed class ReadingPartsTests
{
    [Fact]
    public void Takes_words_with_boxes_as_fractions_from_tsv()
    {
        const string Tsv = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
            + "4\t1\t1\t1\t1\t0\t0\t0\t10\t10\t-1\t\n5\t1\t1\t1\t1\t1\t50\t100\t100\t20\t96.5\tTotal\n5\t1\t1\t1\t1\t2\t50\t100\t100\t20\t95\t \n";

        var word = Assert.Single(TesseractTsv.Read(Tsv, 200, 400));

        Assert.Equal(new PageWord("Total", 0.965, 0.25, 0.25, 0.5, 0.05), word);
    }

    [Fact]
    public void Takes_pages_and_words_from_the_text_layer_of_a_pdf()
    {
        const string Xhtml = """
            <doc><page width="200.000000" height="400.000000">
            <word xMin="20.0" yMin="40.0" xMax="60.0" yMax="60.0">Smith &amp;</word>
            </page><page width="200.0" height="400.0"></page></doc>
            """;

        var pages = PdfTextLayer.Read(Xhtml);

        Assert.Equal(2, pages.Count);
        Assert.Equal(new PageWord("Smith &", 1, 0.1, 0.1, 0.2, 0.05), Assert.Single(pages[0].Words));
    }

    [Fact]
    public void Lays_plain_text_out_on_pages()
    {
        var pages = PlainTextPages.Read("Total  12.50\nnext\fsecond page", 20);

        Assert.Equal(2, pages.Count);
        Assert.Equal(["Total", "12.50", "next"], pages[0].Words.Select(word => word.Text));
        Assert.Equal(7 / 80.0, pages[0].Words[1].X, 4);
        Assert.Single(PlainTextPages.Read("a\fb\fc", 1));
    }

    [Fact]
    public void Reads_sizes_from_the_headers_of_images()
    {
        byte[] jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC0, 0, 17, 8, 0x02, 0x58, 0x03, 0x20, 3, 0, 0, 0];

        Assert.Equal(new ImageSize(800, 600, 3), ImageSize.Read(jpeg));
        Assert.Equal(new ImageSize(3, 2, 1), ImageSize.Read(Png(3, 2, [10, 20, 30, 40, 50, 60])));
        Assert.Null(ImageSize.Read("not an image at all, not even close"u8));
        Assert.Null(ImageSize.Read(jpeg.AsSpan(0, 12)));
    }

    [Fact]
    public void Decodes_a_png_to_grey()
    {
        var png = Png(3, 2, [10, 20, 30, 40, 50, 60]);

        Assert.Equal([10, 20, 30, 40, 50, 60], PngPixels.Read(png, ImageSize.Read(png)!.Value)!.Pixels);
        Assert.Null(PngPixels.Read(png.AsSpan(0, png.Length - 20), new ImageSize(3, 2, 1)));
    }

    [Fact]
    public void Writes_and_reads_a_portable_grey_map()
    {
        var image = new GrayImage(2, 2, [0, 100, 200, 255]);

        var again = GrayImage.ReadPgm(image.ToPgm())!;

        Assert.Equal(image.Pixels, again.Pixels);
        Assert.Null(GrayImage.ReadPgm("P5 9999 9999 255\nx"u8));
    }

    [Fact]
    public void Enlarging_keeps_flat_areas_and_edges_in_place()
    {
        var image = new GrayImage(4, 4, [.. Enumerable.Range(0, 16).Select(i => (byte)(i % 4 < 2 ? 0 : 255))]);

        var twice = image.Enlarge(2);

        Assert.Equal((8, 8), (twice.Width, twice.Height));
        Assert.Equal(0, twice.Pixels[8 * 4]);
        Assert.Equal(255, twice.Pixels[8 * 4 + 7]);
    }

    [Fact]
    public void Local_contrast_blackens_faint_print_and_leaves_blank_paper_white()
    {
        var pixels = Enumerable.Repeat((byte)235, 64 * 64).ToArray();
        for (var y = 8; y < 20; y++) pixels[y * 64 + 10] = 195;

        var result = LocalContrast.Apply(new GrayImage(64, 64, pixels), 16);

        Assert.True(result.Pixels[12 * 64 + 10] < 40);
        Assert.Equal(255, result.Pixels[60 * 64 + 60]);
    }

    private static byte[] Png(int width, int height, byte[] pixels)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                deflate.WriteByte(0);
                deflate.Write(pixels, y * width, width);
            }
        }

        byte[] header = [0, 0, 0, (byte)width, 0, 0, 0, (byte)height, 8, 0, 0, 0, 0];
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", header), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string kind, byte[] body) => [0, 0, (byte)(body.Length >> 8), (byte)(body.Length & 0xFF),
        .. Encoding.ASCII.GetBytes(kind), .. body, 0, 0, 0, 0];
}

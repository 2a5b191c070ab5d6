using System.Globalization;
using System.Text;

namespace Ninben.Connectors.Ocr;

/// <summary>
/// Wraps a JPEG in a one-page PDF, one point per pixel, without touching its bytes. The page renderer, which is there anyway, thereby
/// decodes JPEGs, and no image program is needed.
/// </summary>
internal static class ImageAsPdf
{
    public static byte[] Jpeg(ReadOnlySpan<byte> jpeg, ImageSize size)
    {
        var pdf = new MemoryStream();
        var offsets = new List<long>();
        var (colours, decode) = size.Channels switch
        {
            1 => ("/DeviceGray", string.Empty),
            4 => ("/DeviceCMYK", " /Decode [1 0 1 0 1 0 1 0]"),
            _ => ("/DeviceRGB", string.Empty),
        };
        var draw = Text($"{size.Width} 0 0 {size.Height} 0 0 cm /Im Do");
        Write(pdf, "%PDF-1.4\n");
        Item(pdf, offsets, "<< /Type /Catalog /Pages 2 0 R >>");
        Item(pdf, offsets, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        var box = Text($"[0 0 {size.Width} {size.Height}]");
        Item(pdf, offsets, $"<< /Type /Page /Parent 2 0 R /MediaBox {box} /Contents 4 0 R /Resources << /XObject << /Im 5 0 R >> >> >>");
        Item(pdf, offsets, Text($"<< /Length {draw.Length} >>\nstream\n{draw}\nendstream"));
        offsets.Add(pdf.Position);
        Write(pdf, Text($"5 0 obj\n<< /Type /XObject /Subtype /Image /Width {size.Width} /Height {size.Height} /ColorSpace {colours}{decode}"));
        Write(pdf, Text($" /BitsPerComponent 8 /Filter /DCTDecode /Length {jpeg.Length} >>\nstream\n"));
        pdf.Write(jpeg);
        Write(pdf, "\nendstream\nendobj\n");

        var table = pdf.Position;
        Write(pdf, Text($"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n"));
        foreach (var offset in offsets) Write(pdf, Text($"{offset:D10} 00000 n \n"));
        Write(pdf, Text($"trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"));
        return pdf.ToArray();
    }

    private static void Item(MemoryStream pdf, List<long> offsets, string body)
    {
        offsets.Add(pdf.Position);
        Write(pdf, Text($"{offsets.Count} 0 obj\n{body}\nendobj\n"));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static void Write(MemoryStream pdf, string text) => pdf.Write(Encoding.ASCII.GetBytes(text));
}

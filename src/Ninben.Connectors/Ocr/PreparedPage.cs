namespace Ninben.Connectors.Ocr;

/// <summary>How one reading of a page is prepared and read.</summary>
/// <param name="Enlarge">Factor; shop receipts are often scanned at 100 dpi, Tesseract wants about 300.</param>
/// <param name="ContrastBlock">Size in original pixels of the blocks whose contrast is evened out; 0 leaves the page as it is.</param>
/// <param name="Segmentation">Tesseract's page segmentation mode: 4 one column of lines, 6 one block of lines, 3 automatic, 11 sparse text.</param>
internal sealed record PreparedPage(double Enlarge, int ContrastBlock, int Segmentation)
{
    private const double WantedWidth = 1700;
    private const double MostPixels = 16_000_000;

    // A sheet of paper is half as high again as wide; at 145 dots per inch its print is large enough.
    private const double SheetWidth = 1200;
    private const double SheetRatio = 1.5;

    /// <summary>
    /// Small scans are read up to three times, enlarged, in ways whose mistakes differ; what they agree on can be trusted more. Pages that are
    /// large enough are read as they are: automatic segmentation first (mode 6 loses ruled tables), then sparse text, then one even block.
    /// </summary>
    public static IReadOnlyList<PreparedPage> For(ImageSize size) => IsLarge(size)
        ? [new PreparedPage(1, 0, 3), new PreparedPage(1, 0, 11), new PreparedPage(1, 16, 6)]
        : [new PreparedPage(2, 16, 6), new PreparedPage(2, 0, 6), new PreparedPage(2.5, 0, 4)];

    /// <summary>
    /// How often a page is read before it may count as settled. On small print one reading misreads a digit of a date without a sign of doubt
    /// (2016 for 2018), so it takes two; they are made side by side.
    /// </summary>
    public static int LeastReadings(ImageSize size) => IsLarge(size) ? 1 : 2;

    private static bool IsLarge(ImageSize size) => size.Width >= WantedWidth || size.Pixels * 4 > MostPixels
        || (size.Width >= SheetWidth && size.Height <= size.Width * SheetRatio);
}

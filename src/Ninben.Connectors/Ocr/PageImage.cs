namespace Ninben.Connectors.Ocr;

/// <summary>A page as an image file that Tesseract can open, with its pixels when they could be decoded.</summary>
internal sealed record PageImage(string Path, ImageSize Size, GrayImage? Pixels);

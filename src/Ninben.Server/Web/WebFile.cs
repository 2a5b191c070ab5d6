namespace Ninben.Server.Web;

/// <summary>A file of the web interface, in memory, as it is and compressed.</summary>
internal sealed record WebFile(byte[] Bytes, byte[]? Brotli, byte[]? Gzip, string ContentType, string Tag, bool Immutable);

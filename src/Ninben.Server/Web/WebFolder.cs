using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Ninben.Server.Web;

/// <summary>
/// Serves the web interface out of memory: each file is read and compressed once. A path that is no file gets <c>index.html</c>, because the pages
/// live in the browser. Only names found in the folder are ever opened, so no path leads out of it.
/// </summary>
internal sealed class WebFolder(RequestDelegate next, WebRoot root)
{
    private static readonly FrozenDictionary<string, string> s_types = new Dictionary<string, string>
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".json"] = "application/json",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".ico"] = "image/x-icon",
        [".woff2"] = "font/woff2",
        [".woff"] = "font/woff",
        [".ttf"] = "font/ttf",
        [".txt"] = "text/plain; charset=utf-8",
        [".map"] = "application/json",
        [".webmanifest"] = "application/manifest+json",
        [".wasm"] = "application/wasm",
    }.ToFrozenDictionary();

    private readonly ConcurrentDictionary<string, WebFile> _files = new();

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var isRead = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        if (!isRead || root.Folder is not { } folder || IsOurs(request.Path)) return next(context);

        var path = request.Path.Value is { Length: > 1 } p ? p[1..] : "index.html";
        var name = root.Names().Contains(path) ? path : "index.html";
        if (name != path && Path.HasExtension(path)) return next(context);
        if (!root.Names().Contains(name)) return next(context);
        return Send(context, _files.GetOrAdd($"{name} {root.Stamp}", _ => Load(folder, name)));
    }

    private static bool IsOurs(PathString path) => path.StartsWithSegments("/api", StringComparison.Ordinal)
        || path.StartsWithSegments("/openapi", StringComparison.Ordinal) || path.StartsWithSegments("/healthz", StringComparison.Ordinal);

    private static async Task Send(HttpContext context, WebFile file)
    {
        var response = context.Response;
        response.Headers.ETag = file.Tag;
        response.Headers.CacheControl = file.Immutable ? "public, max-age=31536000, immutable" : "no-cache";
        response.Headers.Vary = "Accept-Encoding";
        if (context.Request.Headers.IfNoneMatch == file.Tag)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var accepts = context.Request.Headers.AcceptEncoding.ToString();
        var (bytes, encoding) = file switch
        {
            { Brotli: { } br } when accepts.Contains("br", StringComparison.Ordinal) => (br, "br"),
            { Gzip: { } gz } when accepts.Contains("gzip", StringComparison.Ordinal) => (gz, "gzip"),
            _ => (file.Bytes, null),
        };
        if (encoding is not null) response.Headers.ContentEncoding = encoding;
        response.ContentType = file.ContentType;
        response.ContentLength = bytes.Length;
        if (HttpMethods.IsGet(context.Request.Method)) await response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private static WebFile Load(string folder, string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine(folder, name));
        var extension = Path.GetExtension(name).ToLowerInvariant();
        var compressible = bytes.Length > 1024 && extension is ".html" or ".js" or ".css" or ".json" or ".svg" or ".map" or ".txt" or ".wasm";
        return new WebFile(bytes,
            compressible ? Squeeze(bytes, s => new BrotliStream(s, CompressionLevel.Optimal)) : null,
            compressible ? Squeeze(bytes, s => new GZipStream(s, CompressionLevel.Optimal)) : null,
            s_types.GetValueOrDefault(extension, "application/octet-stream"),
            $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..24]}\"",
            name.StartsWith("assets/", StringComparison.Ordinal));
    }

    private static byte[] Squeeze(byte[] bytes, Func<Stream, Stream> wrap)
    {
        using var into = new MemoryStream();
        using (var stream = wrap(into)) stream.Write(bytes);
        return into.ToArray();
    }
}

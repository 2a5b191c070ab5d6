using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;

namespace Ninben.Server.Web;

/// <summary>
/// Which answers of the API are compressed: what our own pages, or a program, read, in JSON or XML. A size that a stranger can watch must not tell
/// of a secret beside something that the stranger chose (BREACH), hence three exceptions. A request that another site made the browser send is
/// answered as it is. So is everything about sessions, people and keys, and every change; nothing else ever holds a secret. Live events are
/// not JSON documents and are never held back in a compressor.
/// </summary>
internal static class AnswerCompression
{
    private static readonly PathString[] s_read =
        ["/api/cases", "/api/reviews", "/api/documents", "/api/processes", "/api/decisions", "/api/audit", "/openapi"];

    public static void Configure(ResponseCompressionOptions options)
    {
        options.EnableForHttps = true;
        options.MimeTypes = ["application/json", "application/xml"];
    }

    public static bool IsFor(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) || !s_read.Any(path => request.Path.StartsWithSegments(path, StringComparison.Ordinal))) return false;
        // Browsers say who makes a request; programs do not, and act on nobody's behalf.
        return !request.Headers.TryGetValue("Sec-Fetch-Site", out var from) || from == "same-origin";
    }
}

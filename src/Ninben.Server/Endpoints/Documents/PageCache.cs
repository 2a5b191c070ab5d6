using Microsoft.AspNetCore.Http;

namespace Ninben.Server.Endpoints.Documents;

/// <summary>What is named by its hash never changes; it stays in the browser of the person who may see it, and nowhere on the way.</summary>
internal static class PageCache
{
    public static void KeepForever(HttpResponse response) => response.Headers.CacheControl = "private, max-age=31536000, immutable";
}

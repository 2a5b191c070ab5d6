using Microsoft.AspNetCore.Http;

namespace Ninben.Server.Requests;

/// <summary>The <c>limit</c> of a list.</summary>
internal static class PageLimit
{
    public const int Default = 50;
    public const int Most = 200;

    /// <summary>1..200; anything else is refused rather than bent.</summary>
    public static int Check(int? limit) => limit switch
    {
        null => Default,
        >= 1 and <= Most => limit.Value,
        _ => throw new BadHttpRequestException($"limit is 1 to {Most}, found {limit}."),
    };
}

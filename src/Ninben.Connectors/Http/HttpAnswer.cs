using System.Globalization;
using System.Net;
using System.Text;
using Ninben.Feel;
using Ninben.Runtime.Jobs;

namespace Ninben.Connectors.Http;

/// <summary>What a receiver's answer means for the action: done, try again, or a person must look.</summary>
internal static class HttpAnswer
{
    private const int MostQuoted = 200;

    /// <summary>
    /// 2xx is done. 409 is done only when the body says <c>{"code":"already-done","idempotencyKey":"..."}</c> with this very key. Other 4xx,
    /// except 408, 425 and 429, will not get better by themselves; neither will a redirect, which is never followed.
    /// </summary>
    public static ConnectorAnswer Read(string connection, string key, HttpResponseMessage response, byte[] bytes)
    {
        var status = (int)response.StatusCode;
        var body = ReadBody(response, bytes);
        if (response.IsSuccessStatusCode || IsAlreadyDone(response.StatusCode, key, body))
            return new ConnectorAnswer.Value(FeelValue.From(FeelContext.Empty.With("status", FeelValue.From((decimal)status)).With("body", body)));

        var retryable = status is >= 500 or 408 or 425 or 429;
        var said = Quote(bytes);
        var message = status is >= 300 and < 400
            ? string.Create(CultureInfo.InvariantCulture,
                $"{connection} answered {status}, a redirect. Redirects are not followed: the operator sets the final address.")
            : string.Create(CultureInfo.InvariantCulture, $"{connection} answered {status} {response.ReasonPhrase}{(said.Length > 0 ? ": " + said : ".")}");
        throw new ConnectorException(message) { Retryable = retryable };
    }

    private static bool IsAlreadyDone(HttpStatusCode status, string key, FeelValue body) =>
        status == HttpStatusCode.Conflict && body["code"] == FeelValue.From("already-done") && body["idempotencyKey"] == FeelValue.From(key);

    private static FeelValue ReadBody(HttpResponseMessage response, byte[] bytes)
    {
        if (bytes.Length == 0) return FeelValue.Null;
        var type = response.Content.Headers.ContentType?.MediaType ?? "";
        if (type is "application/json" || type.EndsWith("+json", StringComparison.Ordinal))
        {
            try
            {
                return FeelJson.Parse(bytes);
            }
            catch (FormatException)
            {
                // The receiver has acted; that it words its receipt badly must not send the action again. The text is kept as it is.
            }
        }

        return FeelValue.From(Encoding.UTF8.GetString(bytes));
    }

    // Control characters are dropped so that an answer cannot forge lines in logs or on screens.
    private static string Quote(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, 1_000)));
        var plain = new string([.. text.Select(character => char.IsControl(character) ? ' ' : character)]).Trim();
        return plain.Length <= MostQuoted ? plain : plain[..MostQuoted] + "...";
    }
}

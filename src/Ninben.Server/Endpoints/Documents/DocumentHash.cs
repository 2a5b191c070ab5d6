namespace Ninben.Server.Endpoints.Documents;

/// <summary>Names of documents are checked before anything is looked for: 64 lower-case hex digits and nothing else.</summary>
internal static class DocumentHash
{
    public static bool IsOne(string hash) => hash.Length == 64 && hash.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'));
}

namespace Ninben.Storage.Sqlite;

/// <summary>A message's name and key, or a signal's name, as one text. Names do not hold the separator: XML forbids it.</summary>
internal static class Topic
{
    private const char Separator = '\u001f';

    public static string OfMessage(string name, string? key) => key is null ? name : name + Separator + key;
}

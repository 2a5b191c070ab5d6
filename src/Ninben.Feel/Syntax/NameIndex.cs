using System.Runtime.InteropServices;

namespace Ninben.Feel.Syntax;

/// <summary>The names of several tokens that are in scope, by their first token, so that the parser can find the longest that matches.</summary>
internal sealed class NameIndex(NameIndex? outer)
{
    private readonly Dictionary<string, List<Entry>> _byFirst = new(StringComparer.Ordinal);

    private sealed record Entry(string[] Tokens, string Name);

    /// <summary>Declares a name; names of one token need no entry. Returns the tokens it has.</summary>
    public void Declare(string name)
    {
        if (Lexer.IsPlainName(name)) return;
        List<Token> tokens = Lexer.Read(name);
        Declare(CollectionsMarshal.AsSpan(tokens)[..^1], name);
    }

    public void Declare(ReadOnlySpan<Token> tokens, string name)
    {
        if (tokens.Length < 2) return;
        ref List<Entry>? entries = ref CollectionsMarshal.GetValueRefOrAddDefault(_byFirst, tokens[0].Text, out _);
        entries ??= [];
        string[] texts = new string[tokens.Length];
        for (int i = 0; i < texts.Length; i++) texts[i] = tokens[i].Text;
        entries.Add(new Entry(texts, name));
    }

    /// <summary>The longest declared name that starts at that token, and how many tokens it takes.</summary>
    public (string? Name, int Count) Longest(List<Token> tokens, int at)
    {
        (string? name, int count) = outer?.Longest(tokens, at) ?? (null, 0);
        if (!_byFirst.TryGetValue(tokens[at].Text, out List<Entry>? entries)) return (name, count);
        foreach (Entry entry in entries)
        {
            // An inner name wins over an outer one of the same length.
            if (entry.Tokens.Length >= count && Matches(entry.Tokens, tokens, at)) (name, count) = (entry.Name, entry.Tokens.Length);
        }

        return (name, count);
    }

    private static bool Matches(string[] wanted, List<Token> tokens, int at)
    {
        if (at + wanted.Length > tokens.Count) return false;
        for (int i = 0; i < wanted.Length; i++)
        {
            if (tokens[at + i].Kind is TokenKind.String or TokenKind.End or TokenKind.Faulty || tokens[at + i].Text != wanted[i]) return false;
        }

        return true;
    }
}

namespace Ninben.Feel.Syntax;

internal enum TokenKind : byte
{
    End,
    Word,
    Number,
    String,
    Symbol,
    Faulty,
}

/// <summary>A word, number, string or symbol. Text of a string is its value; of a faulty token it is what is wrong.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, int Start, int Length)
{
    public int End => Start + Length;

    public bool Is(string symbol) => Kind == TokenKind.Symbol && Text == symbol;

    public bool IsWord(string word) => Kind == TokenKind.Word && Text == word;
}

namespace Ninben.Feel.Syntax;

/// <summary>Ends parsing at the first error. It never leaves the parser's entry points, which turn it into a diagnostic.</summary>
internal sealed class SyntaxFault(string code, string message, int start, int length, string? hint = null) : Exception(message)
{
    public string Code => code;

    public int Start => start;

    public int Length => length;

    public string? Hint => hint;
}

using System.Globalization;
using System.Text;

namespace Ninben.Feel.Tests.Fuzzing;

/// <summary>Random texts: expressions that follow the grammar, and the same with something broken.</summary>
internal sealed class RandomText(int seed)
{
    private static readonly string[] Names = ["a", "b", "applicant age", "list", "item", "string", "date", "partial", "x-1", "order"];
    private static readonly string[] Functions =
        ["sum", "count", "string length", "not", "abs", "date", "contains", "matches", "sort", "get value", "before", "is"];

    private static readonly string[] Signs = ["+", "-", "*", "/", "**", "=", "!=", "<", "<=", ">", ">=", "and", "or"];
    private static readonly string[] Types =
        ["number", "string", "list<number>", "context<a: string>", "function<number>->string", "range<date>", "Any", "date and time"];

    private static readonly string[] Pieces =
        ["(", ")", "[", "]", "{", "}", "..", ",", ":", "\"", "if", "then", "for", "in", "return", "function", "@", "?", "/*", "//", "\\", "\ud83d", "\0", "e",
            ".", "not("];

    private readonly Random _random = new(seed);

    public string Valid() => Expression(4);

    public string Broken()
    {
        StringBuilder text = new(Valid());
        for (int i = _random.Next(1, 4); i > 0; i--)
        {
            int at = _random.Next(text.Length + 1);
            if (_random.Next(2) == 0) text.Insert(at, Pieces[_random.Next(Pieces.Length)]);
            else if (at < text.Length) text.Remove(at, Math.Min(_random.Next(1, 4), text.Length - at));
        }

        return text.ToString();
    }

    private string Expression(int depth)
    {
        if (depth == 0) return Leaf();
        return _random.Next(18) switch
        {
            < 4 => $"{Expression(depth - 1)} {One(Signs)} {Expression(depth - 1)}",
            4 => $"({Expression(depth - 1)})",
            5 => $"-{Leaf()}",
            6 => $"if {Expression(depth - 1)} then {Expression(depth - 1)} else {Expression(depth - 1)}",
            7 => $"for i in {Expression(depth - 1)} return {Expression(depth - 1)}",
            8 => $"{(_random.Next(2) == 0 ? "some" : "every")} i in {Expression(depth - 1)} satisfies {Expression(depth - 1)}",
            9 => $"[{Expression(depth - 1)}, {Expression(depth - 1)}]",
            10 => $"{{a: {Expression(depth - 1)}, \"b c\": {Expression(depth - 1)}}}",
            11 => $"{(_random.Next(2) == 0 ? '[' : '(')}{Leaf()}..{Leaf()}{(_random.Next(2) == 0 ? ']' : ')')}",
            12 => $"[{Expression(depth - 1)}][{Expression(depth - 1)}]",
            13 => $"{One(Functions)}({Expression(depth - 1)}, {Expression(depth - 1)})",
            14 => $"{Leaf()} in ({(_random.Next(2) == 0 ? "< " : "")}{Leaf()}, {Leaf()})",
            15 => $"{Leaf()} between {Leaf()} and {Leaf()}",
            16 => $"({Expression(depth - 1)}) instance of {One(Types)}",
            _ => $"(function(x: number, y) {Expression(depth - 1)})({Leaf()}, {Leaf()})",
        };
    }

    private string Leaf() => _random.Next(9) switch
    {
        0 => "null",
        1 => _random.Next(2) == 0 ? "true" : "false",
        2 => _random.Next(-5, 1_000).ToString(CultureInfo.InvariantCulture),
        3 => string.Create(CultureInfo.InvariantCulture, $"{_random.Next(100)}.{_random.Next(1_000)}"),
        4 => "\"te\\u00e4xt\\n\"",
        5 => "@\"2024-02-29\"",
        6 => "{a: 1}.a",
        7 => "@\"P1DT2H\"",
        _ => One(Names),
    };

    private string One(string[] words) => words[_random.Next(words.Length)];
}

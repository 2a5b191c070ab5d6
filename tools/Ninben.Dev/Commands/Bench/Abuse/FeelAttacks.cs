using Ninben.Feel;

namespace Ninben.Dev.Commands.Bench.Abuse;

/// <summary>Expressions that would take minutes to centuries. What each must end on is the limit that was made for it.</summary>
internal static class FeelAttacks
{
    private const string Loop = "endless loop";
    private const string Memory = "memory";
    private const string Recursion = "recursion";
    private const string Number = "number";
    private const string Pattern = "pattern";
    private const string Syntax = "syntax";
    private const string Lists = "work hidden in a built-in";

    private const string Doubling = "{a: \"0123456789012345678901234567890123456789\", b: a+a+a+a+a+a+a+a, c: b+b+b+b+b+b+b+b, d: c+c+c+c+c+c+c+c, "
        + "e: d+d+d+d+d+d+d+d, f: for i in 1..9000 return upper case(e)}.f";

    private const string Shared = "{a: [1, 1], b: [a, a, a, a, a, a, a, a], c: [b, b, b, b, b, b, b, b], d: [c, c, c, c, c, c, c, c], "
        + "e: [d, d, d, d, d, d, d, d], f: [e, e, e, e, e, e, e, e], g: [f, f, f, f, f, f, f, f], h: [g, g, g, g, g, g, g, g]}.h";

    private static readonly string Letters = new string('a', 50_000) + "!";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<AbuseCase> All { get; } =
    [
        Expression(Loop, "for i in 1..1000000000 return i", "length"),
        Expression(Loop, "for i in 1..10000 return for j in 1..10000 return i * j", "steps"),
        Expression(Loop, "count(for i in 1..9999, j in 1..9999, k in 1..9999 return i)", "length"),
        Expression(Loop, "some i in 1..1000000000 satisfies i < 0", "steps"),
        Expression(Loop, "every i in 1..1000000000 satisfies i > 0", "steps"),
        Expression(Loop, "for d in date(\"0001-01-01\")..date(\"9999-12-31\") return d", "length"),
        Expression(Loop, "for i in 1..100 return for j in 1..9000 return i * j", "steps"),
        Expression(Recursion, "{f: function(g, n) g(g, n + 1), answer: f(f, 1)}.answer", "depth"),
        Expression(Recursion, "(function(f) f(f))(function(f) f(f))", "depth"),
        Expression(Recursion, "{f: function(g, n) if n = 0 then 1 else g(g, n - 1) + g(g, n - 1), answer: f(f, 200)}.answer", "steps"),
        Expression(Number, "10 ** (10 ** 9)", "null"),
        Expression(Number, "10 ** -(10 ** 9)", "answered"),
        Expression(Number, "1.0000000001 ** 10 ** 20", "answered"),
        Expression(Number, "exp(10 ** 30)", "null"),
        Expression(Number, "decimal(1 / 3, 6176)", "answered"),
        Expression(Number, "modulo(9.99e6144, 7e-6000)", "answered"),
        Expression(Number, "for i in 1..9000 return exp(i / 7) ** 0.3", "steps"),
        Expression(Memory, "count(for i in 1..9000 return string join(for j in 1..9000 return \"0123456789\"))", "steps"),
        Expression(Memory, Doubling, "steps"),
        Expression(Memory, Shared, "memory"),
        Expression(Memory, "{f: function(g, x, n) if n = 0 then x else g(g, [x, x], n - 1), answer: f(f, [1], 60)}.answer", "memory"),
        Expression(Memory, "{f: function(g, x, n) if n = 0 then x else g(g, [x, x], n - 1), answer: string(f(f, [1], 60))}.answer", "length"),
        Expression(Memory, "{f: function(g, x, n) if n = 0 then x else g(g, [x, x], n - 1), answer: f(f, [1], 60) = f(f, [1], 60)}.answer", "steps"),
        Expression(Memory, "{f: function(g, x, n) if n = 0 then x else g(g, x + x, n - 1), answer: f(f, \"ab\", 40)}.answer", "length"),
        Expression(Memory, "count(for i in 1..9000 return for j in 1..20 return string(j))", "steps"),
        Expression(Lists, "count(flatten(for i in 1..9000 return for j in 1..9000 return j))", "steps"),
        Expression(Lists, "sort(for i in 1..9000 return -i, function(x, y) count(for k in 1..9000 return k) > 0)", "steps"),
        Expression(Lists, "{a: for i in 1..9000 return i, b: for i in a return list contains(a, -i)}.b", "steps"),
        Expression(Lists, "{a: for i in 1..9000 return {x: i}, b: distinct values(a)}.b", "steps"),
        Expression(Lists, "{a: for i in 1..9000 return i, b: for i in a return a[item = -i]}.b", "steps"),
        Expression(Lists, "{a: for i in 1..9000 return i, b: for i in a return sort(a, function(x, y) x < y)}.b", "steps"),
        Expression(Lists, "for i in 1..9000 return replace(s, \"a\", \"bbbbbbbb\")", "steps"),
        Expression(Lists, "for i in 1..9000 return split(s, \"a\")", "length"),
        Expression(Lists, "for i in 1..9000 return contains(s, s)", "steps"),
        Expression(Lists, "for i in 1..9000 return substring(s, 2)", "steps"),
        Expression(Lists, "for i in 1..9000 return number(s)", "steps"),
        Expression(Pattern, "matches(s, \"(a+)+$\")", "answered"),
        Expression(Pattern, "matches(s, \"(a|aa)+b\")", "answered"),
        Expression(Pattern, "replace(s, \"(.*)*c\", \"x\")", "answered"),
        Expression(Pattern, "count(split(s, \"(a*)*b\"))", "answered"),
        Expression(Pattern, "matches(s, \"(a*)*\\\\1b\")", "time"),
        Expression(Pattern, "for i in 1..9000 return matches(s, \"(a*)*\\\\1b\")", "time"),
        Expression(Pattern, "for i in 1..9000 return matches(string(i) + \"aa\", \"(a)\\\\1\")", "steps"),
        Expression(Pattern, "for i in 1..9000 return matches(s, \"(a+)+$\")", "steps"),
        Expression(Pattern, "matches(s, \"((a{0,500}){0,500}){0,500}b\")", "steps"),
        Expression(Pattern, "matches(s, \"(a?){900}a{900}\")", "answered or time"),
        Expression(Pattern, "for i in 1..9000 return matches(\"x\", string(i) + \"(a?){900}\")", "steps"),
        Text("(((...1)))", new string('(', 200_000) + "1" + new string(')', 200_000), "feel-too-deep"),
        Text("[[[...]]]", new string('[', 200_000) + new string(']', 200_000), "feel-too-deep"),
        Text("----...1", new string('-', 200_000) + "1", "feel-too-deep"),
        Text("1 + 1 + ...", string.Join(" + ", Enumerable.Repeat("1", 100_000)), "feel-too-deep"),
        Text("if if if ...", string.Concat(Enumerable.Repeat("if ", 100_000)), "feel-too-deep"),
        Text("999...9", new string('9', 900_000), "feel-number"),
        Text("\"aaa...", "\"" + new string('a', 900_000), "feel-syntax"),
        Text("a a a a ...", string.Concat(Enumerable.Repeat("a ", 200_000)), "feel-unknown-name"),
    ];

    private static AbuseCase Expression(string attack, string text, string expected) => new(attack, text, expected, () => Ended(text));

    private static AbuseCase Text(string name, string text, string expected) => new(Syntax, name, expected, () => Ended(text));

    private static string Ended(string text)
    {
        FeelCompilation compiled = FeelExpression.Compile(text, FeelScope.OpenWith("s"));
        if (compiled.Expression is not FeelExpression expression) return compiled.Diagnostics[0].Code;
        FeelResult result = expression.Evaluate(FeelContext.Empty.With("s", FeelValue.From(Letters)));
        if (!result.Value.IsNull) return "answered";
        if (result.Notes.FirstOrDefault(note => note.Code == "budget-exhausted") is not EvaluationNote note) return "null";
        return note.Message switch
        {
            var message when message.Contains("steps", StringComparison.Ordinal) => "steps",
            var message when message.Contains("deep", StringComparison.Ordinal) => "depth",
            var message when message.Contains("hold more than", StringComparison.Ordinal) => "length",
            var message when message.Contains("regular expression", StringComparison.Ordinal) => "time",
            _ => "memory",
        };
    }
}

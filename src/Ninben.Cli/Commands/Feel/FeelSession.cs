using System.Globalization;
using Ninben.Feel;

namespace Ninben.Cli.Commands.Feel;

/// <summary>A conversation in FEEL: expressions over lines, variables, and commands that begin with a colon.</summary>
internal sealed class FeelSession(TextWriter output)
{
    private const string Help = """
        An expression is answered with its value; one that is not complete goes on in the next line, and an empty line ends it.
        :let NAME EXPRESSION   keeps a value under a name
        :type EXPRESSION       the kind of the value
        :explain EXPRESSION    the value, and every note about it with its place
        :names                 the variables and functions
        :quit                  ends (so does the end of the input)
        """;

    private FeelContext _variables = FeelContext.Empty;
    private string _open = "";

    /// <summary>Whether a line is a continuation of those before it.</summary>
    public bool IsOpen => _open.Length > 0;

    /// <summary>The words that may stand where a name begins.</summary>
    public IEnumerable<string> Completions(string beginning) =>
        _variables.Keys.Concat(FeelFunctions.All.Select(function => function.Name + "("))
            .Where(name => name.StartsWith(beginning, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    /// <summary>Takes one line; false when it ends the conversation.</summary>
    public bool Take(string line)
    {
        if (!IsOpen && line.StartsWith(':')) return Command(line);
        if (IsOpen && line.Trim().Length == 0)
        {
            Answer(Compile(_open));
            _open = "";
            return true;
        }

        var text = IsOpen ? _open + "\n" + line : line;
        if (text.Trim().Length == 0) return true;
        var compiled = Compile(text);
        _open = compiled.Expression is null && EndsEarly(compiled, text) ? text : "";
        if (!IsOpen) Answer(compiled);
        return true;
    }

    private bool Command(string line)
    {
        var (command, rest) = Split(line);
        switch (command)
        {
            case ":quit" or ":q":
                return false;
            case ":names":
                foreach (var (name, value) in _variables) output.WriteLine($"{name} = {value}");
                foreach (var function in FeelFunctions.All) output.WriteLine($"{function.Name}({string.Join(" | ", function.Forms)})  {function.Summary}");
                break;
            case ":type":
                if (Evaluate(Compile(rest)) is { } typed) output.WriteLine(typed.Value.Kind.ToString());
                break;
            case ":explain":
                Explain(Compile(rest), rest);
                break;
            case ":let":
                var (name2, expression) = Split(rest);
                if (Evaluate(Compile(expression)) is { } found)
                {
                    _variables = _variables.With(name2, found.Value);
                    output.WriteLine($"{name2} = {found.Value}");
                }

                break;
            default:
                output.WriteLine(Help);
                break;
        }

        return true;
    }

    private FeelCompilation Compile(string text) => FeelExpression.Compile(text, FeelScope.OpenWith(_variables.Keys));

    private FeelResult? Evaluate(FeelCompilation compiled)
    {
        foreach (var diagnostic in compiled.Diagnostics) Report(diagnostic.Location, diagnostic.Message);
        return compiled.Expression?.Evaluate(_variables, new FeelBudget { Now = TimeProvider.System.GetLocalNow() });
    }

    private void Answer(FeelCompilation compiled)
    {
        if (Evaluate(compiled) is not { } result) return;
        output.WriteLine(result.Value.ToString());
        if (result.Value.IsNull && result.Notes.Length > 0) Report(result.Notes[0].Location, result.Notes[0].Message);
    }

    private void Explain(FeelCompilation compiled, string text)
    {
        if (Evaluate(compiled) is not { } result) return;
        output.WriteLine($"{result.Value} ({result.Value.Kind})");
        foreach (var note in result.Notes)
        {
            Report(note.Location, $"{note.Code}: {note.Message}");
            var (from, length) = (Math.Min(note.Location.Offset, text.Length), note.Location.Length);
            if (length > 0) output.WriteLine($"    {text.AsSpan(from, Math.Min(length, text.Length - from))}");
        }
    }

    private void Report(SourceLocation place, string message) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {place.Line}:{place.Column} {message}"));

    // Only what ends too early may go on: the fault then lies at the end, or in a string or comment that is not closed.
    private static bool EndsEarly(FeelCompilation compiled, string text) => compiled.Diagnostics.Any(found =>
        found.Severity == DiagnosticSeverity.Error && found.Location.Offset + found.Location.Length >= text.Length && found.Code == "feel-syntax");

    private static (string First, string Others) Split(string text)
    {
        var parts = text.Trim().Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return (parts.ElementAtOrDefault(0) ?? "", parts.ElementAtOrDefault(1) ?? "");
    }
}

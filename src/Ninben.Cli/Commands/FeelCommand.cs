using System.CommandLine;
using System.Text.Json.Nodes;
using Ninben.Cli.Commands.Feel;
using Ninben.Feel;

namespace Ninben.Cli.Commands;

/// <summary><c>ninben feel 'EXPR'</c>, and without an expression a conversation.</summary>
internal static class FeelCommand
{
    public static Command Make()
    {
        var expression = new Argument<string?>("expression")
        {
            Description = "A FEEL expression; without one, expressions are read line by line.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var context = new Option<string>("--context") { Description = "Variables as a JSON object.", DefaultValueFactory = _ => "{}" };
        var json = SharedOptions.Json();
        var command = new Command("feel", "Evaluates a FEEL expression.") { expression, context, json };
        command.SetAction(parsed => parsed.GetValue(expression) is not { } text ? Converse() : Run(text, parsed.GetValue(context)!, parsed.GetValue(json)));
        return command;
    }

    private static int Converse()
    {
        var session = new FeelSession(Console.Out);
        var lines = new LineReader(session.Completions);
        if (!Console.IsInputRedirected) Console.Out.WriteLine("FEEL. :help says what else there is; :quit ends.");
        while (lines.Read(Console.IsInputRedirected ? "" : session.IsOpen ? "... " : "> ") is { } line && session.Take(line))
        {
        }

        return 0;
    }

    private static int Run(string text, string context, bool json)
    {
        if (Variables(context) is not { } variables)
        {
            Console.Error.WriteLine("--context must be a JSON object.");
            return 2;
        }

        var compiled = FeelExpression.Compile(text, FeelScope.Open);
        foreach (var diagnostic in compiled.Diagnostics)
            Console.Error.WriteLine($"{diagnostic.Location.Line}:{diagnostic.Location.Column}: {diagnostic.Code}: {diagnostic.Message}");
        if (compiled.Expression is not { } expression) return 1;

        var result = expression.Evaluate(variables);
        foreach (var note in result.Notes) Console.Error.WriteLine("note: " + note.Message);
        if (!json) Console.Out.WriteLine(result.Value.ToString());
        else Answer.Print(new JsonObject
        {
            ["value"] = JsonNode.Parse(FeelJson.ToJson(result.Value)),
            ["notes"] = new JsonArray([.. result.Notes.Select(n => (JsonNode)n.Message)]),
        });
        return 0;
    }

    private static FeelContext? Variables(string json)
    {
        try
        {
            var value = FeelJson.Parse(json);
            return value.Kind == FeelKind.Context ? value.AsContext() : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}

using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json.Nodes;
using Ninben.Bpmn;
using Ninben.Dmn;
using Ninben.Feel;
using Ninben.Oversight.Gates;

namespace Ninben.Cli.Commands;

/// <summary><c>ninben check FILE...</c>: what a deployment would say, without a server.</summary>
internal static class CheckCommand
{
    public static Command Make()
    {
        var files = new Argument<FileInfo[]>("file") { Description = "BPMN (.bpmn), DMN (.dmn) or FEEL (.feel) files.", Arity = ArgumentArity.OneOrMore };
        var json = SharedOptions.Json();
        var command = new Command("check", "Checks models and expressions; exit code 1 when one has an error.") { files, json };
        command.SetAction((parsed, cancellationToken) => Run(parsed.GetValue(files)!, parsed.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> Run(FileInfo[] files, bool json, CancellationToken cancellationToken)
    {
        if (Array.Find(files, file => !file.Exists) is { } missing)
        {
            await Console.Error.WriteLineAsync($"There is no file {missing.FullName}.");
            return 2;
        }

        var found = new JsonArray();
        var errors = 0;
        var gates = await Gates(files, cancellationToken);
        foreach (var file in files)
        {
            foreach (var diagnostic in Diagnostics(await File.ReadAllBytesAsync(file.FullName, cancellationToken), file, gates))
            {
                if (diagnostic.Severity == DiagnosticSeverity.Error) errors++;
                Finding.Print(file, diagnostic);
                found.Add(Row(file, diagnostic));
            }
        }

        Console.Out.WriteLine(errors == 0 ? $"{files.Length} checked, no errors." : $"{files.Length} checked, {errors} errors.");
        if (json) Answer.Print(new JsonObject { ["files"] = files.Length, ["errors"] = errors, ["diagnostics"] = found });
        return errors == 0 ? 0 : 1;
    }

    /// <summary>The decisions that the processes among the files use as gates.</summary>
    private static async Task<HashSet<string>> Gates(FileInfo[] files, CancellationToken cancellationToken)
    {
        var gates = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files.Where(file => IsOf(file, ".bpmn")))
            gates.UnionWith(BpmnReader.Read(await File.ReadAllBytesAsync(file.FullName, cancellationToken), file.Name).Processes
                .SelectMany(process => process.Gates));
        return gates;
    }

    private static bool IsOf(FileInfo file, string extension) => file.Extension.Equals(extension, StringComparison.OrdinalIgnoreCase);

    private static ImmutableArray<Diagnostic> Diagnostics(byte[] bytes, FileInfo file, HashSet<string> gates)
    {
        if (IsOf(file, ".feel"))
            return FeelExpression.Compile(System.Text.Encoding.UTF8.GetString(bytes), FeelScope.Open, file.Name).Diagnostics;
        if (!IsOf(file, ".dmn")) return BpmnReader.Read(bytes, file.Name).Diagnostics;
        var reading = DmnReader.Read(bytes, file.Name);
        return reading.Model is { } model ? reading.Diagnostics.AddRange(ModelAnalysis.Of(model)).AddRange(GatePolicyCheck.Of(model, gates))
            : reading.Diagnostics;
    }

    private static JsonObject Row(FileInfo file, Diagnostic diagnostic) => new()
    {
        ["file"] = file.FullName,
        ["line"] = diagnostic.Location.Line,
        ["column"] = diagnostic.Location.Column,
        ["severity"] = diagnostic.Severity.ToString().ToLowerInvariant(),
        ["code"] = diagnostic.Code,
        ["message"] = diagnostic.Message,
        ["element"] = diagnostic.Location.Element,
        ["hint"] = diagnostic.Hint,
    };
}

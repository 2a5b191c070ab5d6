using System.Globalization;
using Ninben.Feel;

namespace Ninben.Cli.Commands;

/// <summary>How commands print diagnostics: as compilers do, with the hint below.</summary>
internal static class Finding
{
    public static void Print(FileInfo file, Diagnostic diagnostic)
    {
        var word = diagnostic.Severity switch { DiagnosticSeverity.Error => "error", DiagnosticSeverity.Warning => "warning", _ => "note" };
        var path = Path.GetRelativePath(Environment.CurrentDirectory, file.FullName);
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{path}:{diagnostic.Location.Line}:{diagnostic.Location.Column}: {word} {diagnostic.Code}: {diagnostic.Message}"));
        if (diagnostic.Hint is { } hint) Console.Out.WriteLine("    " + hint);
    }
}

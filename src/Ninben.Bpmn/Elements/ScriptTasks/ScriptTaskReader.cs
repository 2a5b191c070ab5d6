using Ninben.Bpmn.Model;
using Ninben.Bpmn.Xml;

namespace Ninben.Bpmn.Elements.ScriptTasks;

/// <summary>Reads <c>bpmn:script</c>; the only language is FEEL.</summary>
internal static class ScriptTaskReader
{
    public static ElementDetail? Read(ElementSource source)
    {
        if (source.Node.Foreign("script", Namespaces.Zeebe) is { } zeebe && source.Value(zeebe, "expression")?.Expression is { } own)
            return new ScriptTask(own);
        var format = source.Node["scriptFormat"];
        if (!string.Equals(format, "feel", StringComparison.OrdinalIgnoreCase))
        {
            source.Findings.Error("script-format", $"The script format must be feel, found '{format ?? "none"}'.", source.Node,
                "Write scriptFormat=\"feel\" and the script in FEEL.");
            return null;
        }

        if (source.Node.Child("script") is { } script && !string.IsNullOrWhiteSpace(script.Text))
            return source.CompileText(script) is { } expression ? new ScriptTask(expression) : null;
        source.Findings.Error("script-missing", $"The script task '{source.Id}' has no script.", source.Node, "Add <bpmn:script>...</bpmn:script>.");
        return null;
    }
}

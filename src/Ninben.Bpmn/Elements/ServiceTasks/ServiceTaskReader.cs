using Ninben.Bpmn.Model;
using Ninben.Bpmn.Xml;
using Ninben.Feel;

namespace Ninben.Bpmn.Elements.ServiceTasks;

/// <summary>Reads <c>ninben:connector</c>.</summary>
internal static class ServiceTaskReader
{
    /// <summary>Whether the element names outside work.</summary>
    public static bool HasWork(ModelNode node) => node.Extension("connector") is not null || Worker(node) is not null;

    /// <summary>What another engine calls the worker, the bean or the class that does the work; null when it names none.</summary>
    private static string? Worker(ModelNode node)
    {
        if (node.Foreign("taskDefinition", Namespaces.Zeebe)?["type"] is { Length: > 0 } type) return type;
        if (node["camunda:topic"] is { Length: > 0 } topic) return topic;
        if (node["camunda:delegateExpression"] is { Length: > 3 } bean && bean[0] is '$' or '#' && bean[^1] == '}') return bean[2..^1].Trim();
        return node["camunda:class"] is { Length: > 0 } name ? name : null;
    }

    public static ElementDetail? Read(ElementSource source)
    {
        if (source.Node.Extension("connector") is not { } connector)
        {
            // Workers of another engine are connectors of that name here; its mapped inputs are what they are given.
            if (Worker(source.Node) is { } foreign)
            {
                var zeebe = source.Node.Foreign("taskDefinition", Namespaces.Zeebe);
                var attempts = zeebe?["retries"] is null or ['=', ..] ? 3 : source.Number(zeebe, "retries", 3, (1, 20));
                var isZeebe = zeebe is not null && source.Node.Extension("result") is null;
                return new ServiceTask(foreign, attempts, 60, [.. source.OwnInputs(), .. Headers(source)])
                {
                    Answer = isZeebe ? AnswerForm.Entries : AnswerForm.Whole,
                };
            }

            source.Findings.Error("service-task-without-work", $"The service task '{source.Id}' does not say what to do.", source.Node,
                "Add <ninben:connector type=\"...\"> or <ninben:action connector=\"...\"> to its extension elements.");
            return null;
        }

        if (connector["type"] is not { Length: > 0 } type)
        {
            source.Findings.Error("connector-without-type", "A connector needs a type.", connector, "Write type=\"...\".");
            return null;
        }

        return new ServiceTask(type, source.Number(connector, "attempts", 3, (1, 20)), source.Seconds(connector, "timeout", 60, (1, 3_600)),
            source.Inputs(connector));
    }

    /// <summary>What <c>zeebe:taskHeaders</c> tells a worker besides its variables: one input of that name.</summary>
    private static IEnumerable<ModelInput> Headers(ElementSource source)
    {
        if (source.Node.Foreign("taskHeaders", Namespaces.Zeebe) is not { } owner) yield break;
        var headers = FeelContext.CreateBuilder();
        foreach (var header in owner.Children)
            if (header is { Name: "header" } && header["key"] is { Length: > 0 } key) headers.Set(key, FeelValue.From(header["value"] ?? ""));
        yield return new ModelInput("taskHeaders", new ModelValue(null, FeelValue.From(headers.Build())));
    }
}

using Ninben.Bpmn.Model;
using Ninben.Bpmn.Xml;

namespace Ninben.Bpmn.Elements.ServiceTasks;

/// <summary>Reads <c>ninben:connector</c>.</summary>
internal static class ServiceTaskReader
{
    /// <summary>Whether the element names outside work.</summary>
    public static bool HasWork(ModelNode node) => node.Extension("connector") is not null || node.Foreign("taskDefinition", Namespaces.Zeebe) is not null;

    public static ElementDetail? Read(ElementSource source)
    {
        if (source.Node.Extension("connector") is not { } connector)
        {
            // Workers of another engine are connectors of that name here; its mapped inputs are what they are given.
            if (source.Node.Foreign("taskDefinition", Namespaces.Zeebe)?["type"] is { Length: > 0 } foreign)
                return new ServiceTask(foreign, 3, 60, source.OwnInputs());
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
}

using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Elements.UserTasks;

/// <summary>Reads <c>ninben:subject</c>.</summary>
internal static class UserTaskReader
{
    public static ElementDetail? Read(ElementSource source) =>
        new UserTask(source.Node.Extension("subject") is { } subject ? source.Value(subject, "value") : null);
}

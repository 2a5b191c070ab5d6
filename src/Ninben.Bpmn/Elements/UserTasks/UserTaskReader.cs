using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Elements.UserTasks;

/// <summary>Reads <c>ninben:subject</c>, or the fields of a form.</summary>
internal static class UserTaskReader
{
    public static ElementDetail? Read(ElementSource source)
    {
        var subject = source.Node.Extension("subject") is { } own ? source.Value(own, "value") : null;
        return new UserTask(subject, source.Node.Extension("subject") is null ? FormFields.Of(source) : []);
    }
}

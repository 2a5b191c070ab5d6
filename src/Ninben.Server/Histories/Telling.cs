using System.Globalization;
using System.Text;
using Ninben.Bpmn.Model;
using Ninben.Feel;

namespace Ninben.Server.Histories;

/// <summary>What a sentence may refer to: who did it, what things are called, what came before.</summary>
internal sealed record Telling(string By, CaseHistory History, ProcessDefinition? Process)
{
    private const int LongestValue = 120;

    /// <summary>The element of an instance as people call it, in quotation marks.</summary>
    public string Step(int instance) => $"“{LabelOf(History.ElementOf(instance))}”";

    /// <summary>The element that waits for a job, action, timer, review or incident.</summary>
    public string StepOf(int item) => Step(History.InstanceOf(item));

    /// <summary>What people call an element.</summary>
    public string LabelOf(string element) => Process is null ? element
        : Process.Elements.TryGetValue(element, out var found) ? found.Label
        : element == Process.Id ? Process.Name : element;

    /// <summary>An instant as people read it.</summary>
    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>A value in one short line.</summary>
    public static string Short(FeelValue value)
    {
        var text = value.Kind == FeelKind.String ? value.AsString() : FeelJson.ToJson(value);
        return text.Length <= LongestValue ? text : string.Concat(text.AsSpan(0, LongestValue), "…");
    }

    /// <summary>A code such as <c>http-json</c> as words.</summary>
    public static string Words(string code) => new StringBuilder(code).Replace('-', ' ').ToString();
}

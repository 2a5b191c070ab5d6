using System.Collections.Immutable;
using System.Text.Json;
using Ninben.Bpmn.Xml;

namespace Ninben.Bpmn.Elements.UserTasks;

/// <summary>
/// What a person fills in: the keys of a form that <c>zeebe:formDefinition</c> embeds in the process, the fields of <c>camunda:formData</c>, and the
/// <c>dataOutput</c> of the standard. A form that lies elsewhere is unknown here.
/// </summary>
internal static class FormFields
{
    private const string Embedded = "camunda-forms:bpmn:";

    public static ImmutableArray<string> Of(ElementSource source)
    {
        var names = new List<string>();
        ImmutableArray<string> keys = [];
        if (source.Node.Foreign("formDefinition", Namespaces.Zeebe)?["formKey"] is { } key && key.StartsWith(Embedded, StringComparison.Ordinal)
            && Form(source, key[Embedded.Length..]) is { } form) keys = KeysOf(source, form);
        foreach (var field in source.Node.Foreign("formData", Namespaces.Camunda)?.Children ?? [])
            if (field is { Name: "formField", Id: { Length: > 0 } id }) names.Add(id);
        foreach (var output in source.Node.Child("ioSpecification")?.Children ?? [])
            if (output.Name == "dataOutput" && output["name"] is { Length: > 0 } name && !name.StartsWith("__", StringComparison.Ordinal)) names.Add(name);
        return names.Count == 0 ? keys : [.. keys.Concat(names).Distinct(StringComparer.Ordinal)];
    }

    private static ModelNode? Form(ElementSource source, string id)
    {
        for (var scope = source.Node.Parent; scope is not null; scope = scope.Parent)
            if (source.Model.Form(scope, id) is { } form) return form;
        return null;
    }

    private static ImmutableArray<string> KeysOf(ElementSource source, ModelNode form)
    {
        if (source.Model.FormKeys.TryGetValue(form, out var known)) return known;
        source.Model.FormKeys.Add(form, known = [.. Keys(form).Distinct(StringComparer.Ordinal)]);
        return known;
    }

    private static IEnumerable<string> Keys(ModelNode form)
    {
        try
        {
            using var json = JsonDocument.Parse(form.Text);
            if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("components", out var components)
                || components.ValueKind != JsonValueKind.Array) return [];
            return [.. components.EnumerateArray().Where(component => component.ValueKind == JsonValueKind.Object)
                .Select(component => component.TryGetProperty("key", out var key) && key.ValueKind == JsonValueKind.String ? key.GetString() : null)
                .OfType<string>().Where(key => key.Length > 0)];
        }
        catch (JsonException)
        {
            // The form is another tool's matter; a faulty one has no fields here.
            return [];
        }
    }
}

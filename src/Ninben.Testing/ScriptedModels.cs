using System.Globalization;
using System.Security;
using System.Text;
using Ninben.Bpmn;
using Ninben.Bpmn.Cases;
using Ninben.Bpmn.Model;
using Ninben.Dmn;
using Ninben.Oversight.Gates;

namespace Ninben.Testing;

/// <summary>Models for tests, in memory: processes from BPMN text, decisions from DMN text or from one FEEL expression.</summary>
public sealed class ScriptedModels : ICaseModels
{
    private readonly Dictionary<(string Id, int Version), ProcessDefinition> _processes = [];
    private readonly Dictionary<string, (DecisionDefinition Decision, PolicyRef Ref)> _decisions = new(StringComparer.Ordinal);

    /// <summary>Deploys every executable process of a model; throws with all diagnostics when it cannot be executed.</summary>
    public ScriptedModels Deploy(string xml, int version = 1)
    {
        var reading = BpmnReader.Read(Encoding.UTF8.GetBytes(xml), "test.bpmn");
        if (reading.Process is null) throw new ScenarioException(string.Join(Environment.NewLine, reading.Diagnostics));
        foreach (var process in reading.Processes) Deploy(process, version);
        return this;
    }

    /// <summary>Deploys a process that was read already.</summary>
    public ScriptedModels Deploy(ProcessDefinition process, int version = 1)
    {
        ArgumentNullException.ThrowIfNull(process);
        _processes[(process.Id, version)] = process;
        return this;
    }

    /// <summary>Deploys every decision of a DMN model as its next version.</summary>
    public ScriptedModels Decisions(string xml)
    {
        var reading = DmnReader.Read(Encoding.UTF8.GetBytes(xml), "test.dmn");
        return reading.Model is { } model ? Decisions(model) : throw new ScenarioException(string.Join(Environment.NewLine, reading.Diagnostics));
    }

    /// <summary>Deploys every decision of a model that was read already as its next version.</summary>
    public ScriptedModels Decisions(DmnModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        foreach (var decision in model.Decisions)
        {
            var version = _decisions.TryGetValue(decision.Id, out var earlier) ? earlier.Ref.Version + 1 : 1;
            _decisions[decision.Id] = (decision, new PolicyRef(decision.Id, version, model.Hash));
        }

        return this;
    }

    /// <summary>Deploys a decision that is one FEEL expression over the named inputs.</summary>
    public ScriptedModels Decision(string id, string feel, params string[] inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var xml = new StringBuilder("<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\" id=\"d\" name=\"d\" namespace=\"test\">");
        foreach (var input in inputs)
            xml.Append(CultureInfo.InvariantCulture, $"<inputData id=\"in_{input}\" name=\"{input}\"><variable name=\"{input}\"/></inputData>");
        xml.Append(CultureInfo.InvariantCulture, $"<decision id=\"{id}\" name=\"{id}\"><variable name=\"{id}\"/>");
        foreach (var input in inputs)
            xml.Append(CultureInfo.InvariantCulture,
                $"<informationRequirement id=\"ir_{input}\"><requiredInput href=\"#in_{input}\"/></informationRequirement>");
        xml.Append(CultureInfo.InvariantCulture,
            $"<literalExpression id=\"le\"><text>{SecurityElement.Escape(feel)}</text></literalExpression></decision></definitions>");
        return Decisions(xml.ToString());
    }

    /// <summary>Takes a decision away.</summary>
    public ScriptedModels Without(string decision)
    {
        _decisions.Remove(decision);
        return this;
    }

    /// <inheritdoc/>
    public ProcessDefinition? Process(string id, int version) => _processes.GetValueOrDefault((id, version));

    /// <summary>The newest version of every process.</summary>
    public IEnumerable<ProcessDefinition> Newest() => _processes.GroupBy(pair => pair.Key.Id, StringComparer.Ordinal)
        .Select(versions => versions.MaxBy(pair => pair.Key.Version).Value);

    /// <inheritdoc/>
    public int? NewestVersion(string process) =>
        _processes.Keys.Where(key => key.Id == process).Select(key => (int?)key.Version).Max();

    /// <inheritdoc/>
    public (DecisionDefinition Decision, PolicyRef Ref)? Decision(string id) => _decisions.TryGetValue(id, out var found) ? found : null;
}

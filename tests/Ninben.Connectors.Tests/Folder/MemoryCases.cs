using Ninben.Bpmn.Cases;
using Ninben.Bpmn.Cases.Commands;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Execution;

namespace Ninben.Connectors.Tests.Folder;

/// <summary>The case port in memory: keeps what was opened, answers a repeated key as the contract says, refuses when told to.</summary>
internal sealed class MemoryCases : ICaseRunner
{
    private readonly Dictionary<string, CaseAnswer> _answers = new(StringComparer.Ordinal);

    public List<(OpenCase Command, Actor By, CommandKey Key)> Opened { get; } = [];

    public Refusal? Refusing { get; set; }

    public Task<CaseAnswer> Execute(CaseId id, CaseCommand command, Actor by, CommandKey? key, CancellationToken cancellationToken)
    {
        if (Refusing is not null) return Task.FromResult(new CaseAnswer(id, 0, Refusing, false));
        if (_answers.TryGetValue(key!.Key, out var answer)) return Task.FromResult(answer with { Repeated = true });
        Opened.Add(((OpenCase)command, by, key));
        return Task.FromResult(_answers[key.Key] = new CaseAnswer(id, 1, null, false));
    }
}

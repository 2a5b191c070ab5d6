using System.Collections.Immutable;
using Ninben.Bpmn.Cases.Commands;
using Ninben.Oversight.Reviews;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Execution;
using Ninben.Runtime.Views;
using Ninben.Testing.Samples;

namespace Ninben.Dev.Commands.Bench;

/// <summary>The engine in this process, driven through its ports.</summary>
internal sealed class EngineTarget(EngineHost engine) : IFlowTarget
{
    private static readonly Person Reviewer = new("vera", "Vera Lind", ["reviewer"], [ExpenseSample.Group]);
    private readonly ICaseRunner runner = engine.Get<ICaseRunner>();
    private readonly ICaseReader reader = engine.Get<ICaseReader>();
    private readonly ICaseView cases = engine.Get<ICaseView>();

    public async Task<string> Open(int number, CancellationToken cancellationToken)
    {
        var id = new CaseId(Guid.CreateVersion7().ToString("n"));
        var command = new OpenCase(id, ExpenseSample.Process, 1, null, ExpenseSample.Variables(number));
        Require(await runner.Execute(id, command, EngineHost.Client, null, cancellationToken));
        return id.Value;
    }

    public async Task Approve(string id, CancellationToken cancellationToken)
    {
        var on = new CaseId(id);
        var (review, shown) = await reader.Read(on, state => state.Reviews.Where(item => item.IsOpen).Select(item => (item.Number, item.Shown)).First(),
            cancellationToken);
        var verdict = new Verdict(VerdictKind.Approve, shown, [], [], [], ImmutableArray<string>.Empty, null, 900);
        Require(await runner.Execute(on, new GiveVerdict(review, Reviewer, verdict), Reviewer.Actor, null, cancellationToken));
    }

    public async Task<long> CountClosed(CancellationToken cancellationToken) =>
        (await cases.CountByProcess(cancellationToken)).Sum(count => count.Closed);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static void Require(CaseAnswer answer)
    {
        if (answer.Refusal is { } refusal) throw new InvalidOperationException($"{refusal.Code}: {refusal.Message}");
    }
}

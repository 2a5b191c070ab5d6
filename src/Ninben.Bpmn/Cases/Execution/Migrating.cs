using Ninben.Bpmn.Cases.Commands;
using Ninben.Bpmn.Cases.Facts;

namespace Ninben.Bpmn.Cases.Execution;

/// <summary>A person lets a case run by another version of its process.</summary>
internal static class Migrating
{
    public static Refusal? Migrate(Scribe scribe, MigrateCase command)
    {
        if (Refusals.Reason(command.Reason, "the case changes its version") is { } refusal) return refusal;
        var planner = new MigrationPlanner(scribe, command);
        var plan = planner.Plan();
        if (!plan.IsPossible)
            return new Refusal(RefusalKind.Invalid, "cannot-migrate", string.Join(" ", plan.Problems.Select(problem => problem.Message)),
                [.. plan.Problems.Select(problem => problem.Element).OfType<string>().Distinct()]);

        var to = planner.Target!;
        scribe.Migrate(new CaseMigrated(plan.From, plan.To, to.Hash, [.. command.Mapping.Where(pair => pair.From != pair.To)], command.Reason), to);
        foreach (var number in planner.Closed) Close(scribe, number);
        foreach (var (number, element) in planner.Renamed) Rename(scribe, number, element);
        foreach (var (holder, element) in planner.Armed)
            if (!Arming.TryArm(scribe, holder, element)) break;
        return null;
    }

    private static void Close(Scribe scribe, int number)
    {
        if (scribe.State.Timer(number) is not null) scribe.Write(new TimerCancelled(number));
        else scribe.Write(new SubscriptionClosed(number));
    }

    // The same wait under another id: its instant, name and key stay as they were.
    private static void Rename(Scribe scribe, int number, string element)
    {
        Close(scribe, number);
        var next = scribe.State.NextNumber;
        if (scribe.State.Timer(number) is { } timer)
            scribe.Write(new TimerSet(next, timer.Instance, element, timer.DueAt, timer.Every, timer.Repeats, timer.Trigger));
        else if (scribe.State.Subscription(number) is { } waiting)
            scribe.Write(new SubscriptionOpened(next, waiting.Instance, element, waiting.Trigger, waiting.Kind, waiting.Name, waiting.Key));
    }
}

using System.Text;
using Ninben.Bpmn.Cases.Commands;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Feel;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Audit;
using Ninben.Storage.Sqlite.Native;

namespace Ninben.Runtime.Tests.Audit;

public sealed class ViewRebuildTests
{
    private static readonly string[] s_tables = ["cases", "reviews", "work", "subscriptions", "process_counts"];

    [Fact]
    public async Task Gives_exactly_the_rows_that_the_fold_gave_also_of_suspended_resumed_moved_and_migrated_cases()
    {
        using var folder = new TempFolder();
        await using var runtime = await RuntimeUnderTest.Start(new RuntimeSetup { Folder = folder.Path });
        // Of one process all cases run by the new version.
        foreach (var (process, histories) in new[] { ("held", Histories()), ("left", [[s_migrate]]) })
        {
            await runtime.Deploy(Model(process, "judge"));
            await runtime.Deploy(Model(process, "look"));
            foreach (var steps in histories)
            {
                var id = await runtime.Open(process, FeelContext.Empty.With("order", FeelValue.From("A-1")));
                foreach (var step in steps) await step(runtime, id);
            }
        }

        var before = Rows(folder.Path);
        await runtime.Get<IStreamAudit>().Rebuild(null, TestContext.Current.CancellationToken);

        Assert.NotEmpty(before);
        Assert.Equal(before, Rows(folder.Path));
    }

    private delegate Task Step(RuntimeUnderTest runtime, CaseId id);

    private static readonly Step s_migrate = Give(_ => new MigrateCase(2, [new ElementMapping("judge", "look")], "new rules"));

    /// <summary>Lives of cases; every kind of row is touched while a case is suspended, before and after.</summary>
    private static IEnumerable<Step[]> Histories()
    {
        Step suspend = Give(_ => new SuspendCase("wrong data")), resume = Give(_ => new ResumeCase("repaired"));
        Step claim = Give(state => new ClaimReview(state.Reviews.Single().Number, RuntimeUnderTest.Vera));
        Step message = Give(state => new ReceiveMessage(state.Subscriptions.Single().Number, "m-1", FeelValue.From(5m)));
        Step toTimer = Give(state => new MoveToken(Active(state, "judge", "look"), "wait", "not needed"));
        Step migrateWaiting = Give(_ => new MigrateCase(2, [], "new rules"));
        Step approve = async (runtime, id) => Assert.Null((await runtime.Approve(id)).Refusal);
        Step cancel = Give(_ => new CancelCase("withdrawn"));
        yield return [];
        yield return [suspend];
        yield return [claim, suspend];
        yield return [claim, suspend, resume];
        yield return [suspend, message];
        yield return [suspend, message, resume];
        yield return [suspend, toTimer];
        yield return [suspend, toTimer, resume];
        yield return [toTimer, suspend];
        yield return [toTimer, migrateWaiting, suspend];
        yield return [s_migrate];
        yield return [suspend, s_migrate];
        yield return [claim, suspend, s_migrate, resume];
        yield return [suspend, s_migrate, toTimer, resume];
        yield return [s_migrate, approve];
        yield return [suspend, s_migrate, resume, approve, suspend];
        yield return [suspend, cancel];
        yield return [s_migrate, cancel];
        yield return [suspend, resume, suspend];
    }

    private static Step Give(Func<Bpmn.Cases.CaseState, CaseCommand> command) => async (runtime, id) =>
    {
        var answer = await runtime.Execute(id, (await runtime.Read(id, command))!, RuntimeUnderTest.Vera.Actor);
        Assert.True(answer.Refusal is null, answer.Refusal?.Message);
    };

    private static int Active(Bpmn.Cases.CaseState state, params string[] elements) =>
        state.Active.Single(instance => elements.Contains(instance.Element)).Number;

    /// <summary>Every column of every row, as text.</summary>
    private static List<string> Rows(string folder)
    {
        using var database = SqliteDatabase.OpenReader(Path.Combine(folder, "ninben.db"));
        var found = new List<string>();
        foreach (var table in s_tables)
        {
            using var rows = database.Prepare($"select * from {table} order by 1, 2");
            while (rows.Step())
                found.Add($"{table}: {string.Join(" | ", Enumerable.Range(0, rows.Columns).Select(column => Convert.ToHexString(rows.Blob(column))))}");
        }

        return found;
    }

    /// <summary>A person judges, a message may come meanwhile, then time passes. The judged element has another name in each version.</summary>
    private static ReadOnlyMemory<byte> Model(string process, string judged) => Encoding.UTF8.GetBytes($"""
        <?xml version="1.0" encoding="UTF-8"?>
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:ninben="https://ninben.dev/bpmn/1.0"
            id="held-model" targetNamespace="https://ninben.dev/tests">
          <bpmn:message id="note" name="note"/>
          <bpmn:process id="{process}" name="Held" isExecutable="true">
            <bpmn:startEvent id="start"/>
            <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="{judged}"/>
            <bpmn:userTask id="{judged}" name="Judge">
              <bpmn:extensionElements><ninben:review group="clerks"/></bpmn:extensionElements>
            </bpmn:userTask>
            <bpmn:boundaryEvent id="noted" attachedToRef="{judged}" cancelActivity="false">
              <bpmn:extensionElements><ninben:message key="= order"/></bpmn:extensionElements>
              <bpmn:messageEventDefinition messageRef="note"/>
            </bpmn:boundaryEvent>
            <bpmn:sequenceFlow id="f2" sourceRef="{judged}" targetRef="wait"/>
            <bpmn:sequenceFlow id="f3" sourceRef="noted" targetRef="seen"/>
            <bpmn:intermediateCatchEvent id="wait"><bpmn:timerEventDefinition><bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition>
            </bpmn:intermediateCatchEvent>
            <bpmn:sequenceFlow id="f4" sourceRef="wait" targetRef="end"/>
            <bpmn:endEvent id="end"/>
            <bpmn:userTask id="seen" name="See the note">
              <bpmn:extensionElements><ninben:review group="clerks"/></bpmn:extensionElements>
            </bpmn:userTask>
            <bpmn:sequenceFlow id="f5" sourceRef="seen" targetRef="end"/>
          </bpmn:process>
        </bpmn:definitions>
        """);
}

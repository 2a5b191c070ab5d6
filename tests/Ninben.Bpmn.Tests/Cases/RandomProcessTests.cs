using System.Globalization;
using Ninben.Bpmn.Cases.Commands;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;
using Ninben.Feel;
using Ninben.Oversight.Reviews;
using Ninben.Testing;

namespace Ninben.Bpmn.Tests.Cases;

public class RandomProcessTests
{
    /// <summary>
    /// Random processes of all supported blocks on random paths reach their end. The scenario compares replay and snapshot with the live state
    /// after every step. NINBEN_SEEDS sets how many, NINBEN_SEED the first.
    /// </summary>
    [Fact]
    public void Every_random_process_reaches_its_end_on_every_random_path()
    {
        var seeds = Setting("NINBEN_SEEDS", 300);
        var first = Setting("NINBEN_SEED", 1);
        for (var seed = first; seed < first + seeds; seed++)
        {
            var random = new Random(seed);
            var xml = Models.Process(new BlockWriter(random).Whole());
            try
            {
                Play(random, xml);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Assert.Fail($"NINBEN_SEED={seed} NINBEN_SEEDS=1: {exception}\n{xml}");
            }
        }
    }

    private static int Setting(string name, int fallback) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : fallback;

    /// <summary>A verdict that is taken back at once leaves the variables and the waiting elements as if it had never been given.</summary>
    [Fact]
    public void A_verdict_taken_back_at_once_was_never_given()
    {
        var seeds = Setting("NINBEN_SEEDS", 40);
        var first = Setting("NINBEN_SEED", 1);
        var undone = 0;
        for (var seed = first; seed < first + seeds; seed++)
        {
            var random = new Random(seed);
            var xml = Models.Process(new BlockWriter(random).Whole());
            try
            {
                Play(random, xml, scenario => undone += UndoAtOnce(scenario));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Assert.Fail($"NINBEN_SEED={seed} NINBEN_SEEDS=1: {exception}\n{xml}");
            }
        }

        Assert.True(undone > 0, "No verdict was taken back.");
    }

    /// <summary>Whatever answers while a case is suspended leads, once it is resumed, to where it would have led at once.</summary>
    [Fact]
    public void A_case_that_is_suspended_at_every_answer_ends_like_one_that_never_was()
    {
        var (first, postponed) = (Setting("NINBEN_SEED", 1), 0);
        for (var seed = first; seed < first + Setting("NINBEN_SEEDS", 100); seed++)
        {
            var xml = Models.Process(new BlockWriter(new Random(seed)).Whole());
            try
            {
                var plain = Play(new Random(seed), xml);
                var suspended = Play(new Random(seed), xml, give: Suspended);

                postponed += suspended.Facts.Count(fact => fact is AnswerPostponed);
                Assert.Equal(plain.State.Ending, suspended.State.Ending);
                Assert.Equal(plain.State.Variables, suspended.State.Variables);
                Assert.Equal(plain.State.Instances.Select(Told), suspended.State.Instances.Select(Told));
                Assert.Equal(plain.State.Actions.Select(action => action.State), suspended.State.Actions.Select(action => action.State));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Assert.Fail($"NINBEN_SEED={seed} NINBEN_SEEDS=1: {exception}\n{xml}");
            }
        }

        Assert.True(postponed > 0, "Nothing answered while a case was suspended.");

        static string Told(ElementInstance instance) => $"{instance.Number} {instance.Element} {instance.State} {instance.From} {instance.Flow}";
    }

    /// <summary>Migrating to the same model in another version changes the version and nothing else, wherever the case stands.</summary>
    [Fact]
    public void Migrating_to_an_identical_model_changes_nothing_but_the_version()
    {
        var first = Setting("NINBEN_SEED", 1);
        for (var seed = first; seed < first + Setting("NINBEN_SEEDS", 40); seed++)
        {
            var random = new Random(seed);
            var xml = Models.Process(new BlockWriter(random).Whole());
            try
            {
                Play(random, xml, Migrate);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Assert.Fail($"NINBEN_SEED={seed} NINBEN_SEEDS=1: {exception}\n{xml}");
            }
        }

        static void Migrate(Scenario scenario)
        {
            var (to, tokens, variables) = (3 - scenario.State.ProcessVersion, Tokens(scenario), scenario.State.Variables);
            scenario.When(new MigrateCase(to, [], "new version")).Then("case.migrated");
            Assert.Equal(to, scenario.State.ProcessVersion);
            Assert.Equal(tokens, Tokens(scenario));
            Assert.Equal(variables, scenario.State.Variables);
        }
    }

    private static void Suspended(Scenario scenario, CaseCommand answer)
    {
        scenario.When(new SuspendCase("holiday")).Then("case.suspended");
        var tokens = Tokens(scenario);
        scenario.When(answer).Restart();
        Assert.Equal(tokens, Tokens(scenario));
        scenario.When(new ResumeCase("back"));
    }

    /// <summary>Approves the oldest open review and takes that back, if it is still possible; how often it was.</summary>
    private static int UndoAtOnce(Scenario scenario)
    {
        if (scenario.State.Reviews.FirstOrDefault(review => review.IsOpen) is not { } review) return 0;
        var (variables, tokens) = (scenario.State.Variables, Tokens(scenario));
        var evidence = review.Content.Proposal.Evidence.Select(document => document.Hash);
        var approve = People.Say(VerdictKind.Approve, review.Shown, People.Wrong) with { EvidenceOpened = [.. evidence] };
        scenario.Try(new GiveVerdict(review.Number, People.Admin, approve));
        if (scenario.Refusal is not null) return 0;
        scenario.Try(new UndoVerdict(review.Number, People.Admin));
        if (scenario.Refusal is not null) return 0;
        Assert.Equal(variables, scenario.State.Variables);
        Assert.Equal(tokens, Tokens(scenario));
        return 1;
    }

    private static string Tokens(Scenario scenario) => string.Join(' ', scenario.State.Active.Select(instance => $"{instance.Number}:{instance.Element}"));

    private static Scenario Play(Random random, string xml, Action<Scenario>? between = null, Action<Scenario, CaseCommand>? give = null)
    {
        give ??= (scenario, command) => scenario.When(command);
        var models = new ScriptedModels().Deploy(xml).Deploy(xml, 2)
            .Decision("g", """if confidence >= 0.9 then "pass" else if confidence < 0.1 then "block" else "hold" """, "confidence");
        var scenario = Scenario.Given(models).Open("p", "{n: 1}");
        for (var step = 0; !scenario.State.IsClosed; step++)
        {
            Assert.True(step < 500, "The case does not end.");
            if (random.Next(8) == 0) scenario.Restart();
            between?.Invoke(scenario);
            if (!scenario.State.IsClosed) Step(random, scenario, give);
        }

        var isBlocked = scenario.State.Incidents.Any(incident => incident.Code == "blocked");
        Assert.Equal(isBlocked && scenario.State.ClosedBecause is not null ? CaseEnding.Cancelled : CaseEnding.Completed, scenario.State.Ending);
        Assert.Empty(scenario.State.Active);
        Assert.DoesNotContain(scenario.State.Reviews, review => review.IsOpen);
        Assert.DoesNotContain(scenario.State.Timers, timer => timer.State == WorkState.Waiting);
        return scenario;
    }

    private static void Step(Random random, Scenario scenario, Action<Scenario, CaseCommand> give)
    {
        var state = scenario.State;
        var choices = new List<Action>();
        foreach (var job in state.Jobs.Where(job => job.State == WorkState.Waiting)) choices.Add(() => give(scenario, Answer(random, job)));
        foreach (var review in state.Reviews.Where(review => review.IsOpen)) choices.Add(() => Judge(random, scenario, review));
        foreach (var review in state.Reviews.Where(review => review.State == ReviewState.Completed && random.Next(6) == 0))
            choices.Add(() => scenario.Try(new UndoVerdict(review.Number, People.Admin)));
        foreach (var timer in state.Timers.Where(timer => timer.State == WorkState.Waiting && random.Next(3) == 0))
            choices.Add(() => scenario.Pass(TimeSpan.FromHours(1)).When(new FireTimer(timer.Number)));
        foreach (var action in state.Actions.Where(action => action.State is WorkState.Waiting or WorkState.Sending)) choices.Add(() =>
            Send((random, scenario), action, give));
        foreach (var incident in state.Incidents.Where(incident => incident.IsOpen)) choices.Add(() => Mend(scenario, incident));
        Assert.True(state.IsClosed || choices.Count > 0 || state.Timers.Any(timer => timer.State == WorkState.Waiting), "The case waits for nothing.");
        if (choices.Count > 0) choices[random.Next(choices.Count)]();
    }

    private static void Mend(Scenario scenario, IncidentItem incident)
    {
        // The same policy blocks the same proposal each time; only a person can end such a case.
        if (incident.Code == "blocked") scenario.When(new CancelCase("blocked"));
        else scenario.When(new RetryIncident(incident.Number));
    }

    private static CaseCommand Answer(Random random, JobItem job) => random.Next(5) switch
    {
        0 => new FailJob(job.Number, job.Failures + 1, "no route", random.Next(2) == 0),
        1 => new ThrowJobError(job.Number, job.Failures + 1, random.Next(2) == 0 ? "late" : "other", null),
        2 => new ProposeForJob(job.Number, job.Failures + 1, People.Invoice(random.Next(11) / 10m)),
        _ => new CompleteJob(job.Number, job.Failures + 1, FeelValue.From((decimal)random.Next(4))),
    };

    private static void Judge(Random random, Scenario scenario, ReviewItem review)
    {
        if (random.Next(4) == 0)
        {
            scenario.When(review.State == ReviewState.Ready ? new ClaimReview(review.Number, People.Admin) : new ReleaseReview(review.Number, People.Admin));
            return;
        }

        var evidence = review.Content.Proposal.Evidence.Select(document => document.Hash);
        var kind = random.Next(4) switch { 0 => VerdictKind.Reject, 1 => VerdictKind.Return, _ => VerdictKind.Approve };
        scenario.When(new GiveVerdict(review.Number, People.Admin, People.Say(kind, review.Shown, People.Wrong) with { EvidenceOpened = [.. evidence] }));
    }

    private static void Send((Random Random, Scenario Scenario) play, ActionItem action, Action<Scenario, CaseCommand> give)
    {
        var (random, scenario) = play;
        if (action.State == WorkState.Waiting)
        {
            scenario.Pass(TimeSpan.FromSeconds(30)).When(new StartAction(action.Number, action.Act));
            return;
        }

        give(scenario, random.Next(3) == 0
            ? new FailAction(action.Number, action.Attempt, "timeout", random.Next(2) == 0)
            : new FinishAction(action.Number, action.Attempt, FeelValue.From("ok")));
    }

    /// <summary>Writes blocks with one way in and one way out, so that every process ends by construction.</summary>
    private sealed class BlockWriter(Random random)
    {
        private int _ids;

        public string Whole()
        {
            var (xml, first, last) = Sequence(0);
            return Models.Start("start") + xml + Models.End("end") + Models.Flow("start", first) + Models.Flow(last, "end");
        }

        private (string Xml, string First, string Last) Sequence(int depth)
        {
            var (xml, first, last) = Block(depth);
            for (var more = random.Next(3); more > 0; more--)
            {
                var next = Block(depth);
                (xml, last) = (xml + next.Xml + Models.Flow(last, next.First), next.Last);
            }

            return (xml, first, last);
        }

        private (string Xml, string First, string Last) Block(int depth) => random.Next(depth < 3 ? 12 : 6) switch
        {
            0 => One(id => Models.Script(id, "n + 1", """<ninben:result variable="n"/>""")),
            1 => One(id => Models.Job(id)),
            2 => One(id => Models.Job(id, """<ninben:gate decision="g"/>""")),
            3 => One(id => Models.User(id, """<ninben:subject value="= {n: n}"/>""")),
            4 => One(id => $"""<bpmn:serviceTask id="{id}"><bpmn:extensionElements><ninben:action connector="http" hold="PT5S" attempts="2">"""
                + $"""<ninben:payload value="= {"{n: n}"}"/></ninben:action></bpmn:extensionElements></bpmn:serviceTask>"""),
            5 => Watched(One(id => Models.User(id))),
            6 or 7 => Choice(depth + 1),
            8 or 9 => Fork(depth + 1),
            10 => Watched(Sub(depth + 1)),
            _ => Sub(depth + 1),
        };

        private (string Xml, string First, string Last) One(Func<string, string> write)
        {
            var id = Next("t");
            return (write(id), id, id);
        }

        private (string Xml, string First, string Last) Watched((string Xml, string First, string Last) host)
        {
            var (merge, watch, flow) = (Next("m"), Next("b"), Next("f"));
            if (random.Next(2) == 0)
                return (host.Xml + Models.Error(watch, host.First, random.Next(2) == 0 ? "err"
                    : null) + Models.Exclusive(merge) + Models.Flow(host.Last, merge) + Models.Flow(watch, merge, null, flow), host.First, merge);
            if (random.Next(2) == 0)
                return (host.Xml + Models.Timer(watch, host.First, "PT30M") + Models.Exclusive(merge) + Models.Flow(host.Last, merge)
                    + Models.Flow(watch, merge, null, flow), host.First, merge);
            var end = Next("e");
            return (host.Xml + Models.Timer(watch, host.First, "PT30M", false) + Models.End(end) + Models.Flow(watch, end), host.First, host.Last);
        }

        private (string Xml, string First, string Last) Choice(int depth)
        {
            var (split, merge, fallback) = (Next("x"), Next("m"), Next("f"));
            var (left, right) = (Sequence(depth), Sequence(depth));
            return (Models.Exclusive(split, fallback) + left.Xml + right.Xml + Models.Exclusive(merge) + Models.Flow(split, left.First,
                $"modulo(n, 2) = {random.Next(2)}")
                + Models.Flow(split, right.First, null, fallback) + Models.Flow(left.Last, merge) + Models.Flow(right.Last, merge), split, merge);
        }

        private (string Xml, string First, string Last) Fork(int depth)
        {
            var (split, join) = (Next("x"), Next("j"));
            var xml = Models.Parallel(split) + Models.Parallel(join);
            for (var branches = 2 + random.Next(2); branches > 0; branches--)
            {
                var branch = Sequence(depth);
                xml += branch.Xml + Models.Flow(split, branch.First) + Models.Flow(branch.Last, join);
            }

            return (xml, split, join);
        }

        private (string Xml, string First, string Last) Sub(int depth)
        {
            var (id, start, end) = (Next("sub"), Next("s"), Next("e"));
            var inner = Sequence(depth);
            var last = random.Next(4) == 0 ? Models.Terminate(end) : Models.End(end);
            return (Models.Sub(id, Models.Start(start) + inner.Xml + last + Models.Flow(start, inner.First) + Models.Flow(inner.Last, end)), id, id);
        }

        private string Next(string prefix) => $"{prefix}{++_ids}";
    }
}

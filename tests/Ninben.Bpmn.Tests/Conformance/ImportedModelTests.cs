using System.Text;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Oversight.Reviews;
using Ninben.Testing;
using Ninben.Testing.Runs;

namespace Ninben.Bpmn.Tests.Conformance;

/// <summary>Reference models that other tools made, with their own extensions, run to the end with scripted people.</summary>
public class ImportedModelTests
{
    private const string Applicant = """
        {applicant: {name: "Ada", age: 41, email: "ada@example.org"}, applicationNumber: "A-1", product: "house", corporation: "X",
        documents: ["passport", "payslip"], fraudSuspectedId: "A-1", approved: true}
        """;

    private static string Referenced => Applicant[..^1] + """, documentReferenceId: "D-1"}""";

    private static string Model(string name)
    {
        var folder = SharedMaterial.Find("conformance/miwg");
        if (folder is null) Assert.Skip("The interchange suite is not at ../shared/conformance/miwg (or NINBEN_SHARED).");
        return File.ReadAllText(Path.Combine(folder, name + ".bpmn"));
    }

    private static World Onboarding(string risk) => new(new ScriptedModels().Deploy(Model("C.9.0")).Deploy(Model("C.9.1")).Deploy(Model("C.9.2"))
        .Decision("risk_check", $$"""{riskLevel: ["{{risk}}"], risk: ["{{risk}}"]}""", "applicant"));

    private static (RunOutcome Outcome, World World) Play(World world, string process, string variables, string answers)
    {
        var script = RunScriptReader.Read(Encoding.UTF8.GetBytes(answers), "answers.json");
        Assert.Empty(script.Diagnostics);
        var state = world.Open(process, People.Feel(variables).AsContext());
        return (new CasePlayer(world, script.Script!, RunRest.GoesOn).Play(state), world);
    }

    private static string[] Ended(World world) => [.. world.Facts.Where(entry => entry.Fact is ElementLeft { Flows.IsEmpty: true })
        .Select(entry => entry.Case.Instance(((ElementLeft)entry.Fact).Instance)!.Element)];

    private static ReviewOpened Review(World world, string element) => world.Facts.Where(entry => entry.Fact is ReviewOpened opened
        && entry.Case.Instance(opened.Instance)!.Element == element).Select(entry => (ReviewOpened)entry.Fact).First();

    [Theory]
    [InlineData("green", "EndEvent_ApplicationIssued")]
    [InlineData("red", "EndEvent_ApplicationRejected")]
    [InlineData("yellow", "EndEvent_ApplicationIssued")]
    public void A_model_with_extensions_of_zeebe_runs_to_its_end(string risk, string end)
    {
        var (outcome, world) = Play(Onboarding(risk), "customer_onboarding_en", Applicant, "[]");

        Assert.Empty(outcome.Waits.Select(wait => $"{wait.Element} {wait.What}"));
        Assert.Equal(CaseEnding.Completed, outcome.Case.Ending);
        Assert.Contains(end, Ended(world));
    }

    [Fact]
    public void Its_user_task_is_for_the_named_group_and_shows_the_fields_of_its_form()
    {
        var (_, world) = Play(Onboarding("yellow"), "ManualCheck", Referenced,
            """[{"element": "UserTask_DecideOnApplication", "verdict": "amend", "changes": {"approved": false}}]""");

        var review = Review(world, "UserTask_DecideOnApplication");
        Assert.Equal("clerks", review.Group);
        Assert.Equal("Ada", review.Content.Proposal.Answer["applicantName"].AsString());
        Assert.True(review.Content.Proposal.Answer["approved"].AsBoolean());
        Assert.False(world.Cases.First().Variables["approved"].AsBoolean());
    }

    [Fact]
    public void Documents_are_asked_for_beside_the_decision_one_call_for_each()
    {
        var (outcome, world) = Play(Onboarding("yellow"), "ManualCheck",
            Referenced, """
            [
              {"message": "Message_DocumentRequested", "key": "D-1"},
              {"element": "SendTask_RequestDocument", "value": null},
              {"element": "SendTask_RequestDocument", "value": null},
              {"pass": "P2D"},
              {"message": "MESSAGE_documentReceived", "key": "D-1", "payload": "passport.pdf"},
              {"message": "MESSAGE_documentReceived", "key": "D-1", "payload": "payslip.pdf"},
              {"element": "UserTask_DecideOnApplication", "verdict": "approve"}
            ]
            """);

        Assert.Null(outcome.Problem);
        Assert.True(outcome.Case.IsClosed);
        Assert.Equal(2, world.Facts.Count(entry => entry.Fact is CallStarted));
        Assert.Equal(2, Ended(world).Count(element => element == "EndEvent_GotDocument"));
        // Daily reminders, of each call for two days.
        Assert.Equal(4, Ended(world).Count(element => element == "EndEvent_ReminderSent"));
    }

    [Fact]
    public void A_model_with_performers_of_the_standard_runs_with_the_people_that_it_names()
    {
        var (outcome, world) = Play(new World(new ScriptedModels().Deploy(Model("C.1.1"))), "handle-invoice", "{}", """
            [
              {"element": "assignApprover", "verdict": "amend", "changes": {"approver": "Mara"}, "by": "Tom"},
              {"element": "approveInvoice", "verdict": "amend", "changes": {"approved": false}, "by": "Mara"},
              {"element": "reviewInvoice", "verdict": "amend", "changes": {"clarified": "yes"}, "by": "Tom"},
              {"element": "approveInvoice", "verdict": "amend", "changes": {"approved": true}, "by": "Mara"}
            ]
            """);

        Assert.Null(outcome.Problem);
        Assert.Equal(CaseEnding.Completed, outcome.Case.Ending);
        Assert.Contains("invoiceProcessed", Ended(world));
        Assert.Equal("Mara", outcome.Case.Variables["approver"].AsString());
        Assert.Equal(["archiveService"], world.Facts.Select(entry => entry.Fact).OfType<JobCreated>().Select(job => job.Connector));
        Assert.NotNull(Review(world, "approveInvoice").Group);
    }

    [Fact]
    public void A_model_of_the_engine_before_runs_by_its_unified_expressions()
    {
        var (outcome, world) = Play(new World(new ScriptedModels()
            .Deploy(Model("C.1.0"))), "bpmn-miwg-test-case-c.1.0", "{approved: false, clarified: \"no\"}", "[]");

        Assert.Null(outcome.Problem);
        Assert.Equal(CaseEnding.Completed, outcome.Case.Ending);
        Assert.Contains("invoiceNotProcessed", Ended(world));
    }
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Ninben.Bpmn.Cases.Commands;
using Ninben.Feel;
using Ninben.Oversight.Proposals;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Deployments;
using Ninben.Runtime.Documents;
using Ninben.Runtime.Execution;
using Ninben.Runtime.Jobs;

namespace Ninben.Dev.Commands.Bench;

/// <summary>What <c>bench keys</c> has reviewed: invoices of ten fields, one of them flagged, each with a scanned page of its own.</summary>
internal sealed class KeysDesk(IReadOnlyList<byte[]> pages) : IConnector
{
    private static readonly Actor s_seeder = new(ActorKind.System, "bench", "Bench");

    private static readonly ImmutableArray<(string Name, string Label)> s_fields =
    [
        ("number", "Invoice number"), ("vendor", "Supplier"), ("date", "Invoice date"), ("due", "Due date"), ("order", "Order number"),
        ("iban", "Account"), ("net", "Net"), ("tax", "Tax"), ("total", "Total"), ("currency", "Currency"),
    ];

    private const string Gate = """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="keys-model" name="Keys" namespace="https://ninben.dev/bench">
          <decision id="keys-gate" name="keys-gate">
            <variable name="keys-gate" />
            <literalExpression>
              <text>{outcome: "hold", reasons: [{code: "looked-at", text: "Every invoice is looked at."}], group: "ap-clerks", tier: "low"}</text>
            </literalExpression>
          </decision>
        </definitions>
        """;

    private const string Model = """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:ninben="https://ninben.dev/bpmn/1.0"
          id="m" targetNamespace="https://ninben.dev/bench">
          <bpmn:process id="keys" name="Keys" isExecutable="true">
            <bpmn:startEvent id="start" />
            <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="read" />
            <bpmn:serviceTask id="read" name="Read the invoice">
              <bpmn:extensionElements>
                <ninben:connector type="keys" attempts="1" timeout="PT20S">
                  <ninben:input name="number" value="= number" />
                  <ninben:input name="page" value="= page" />
                </ninben:connector>
                <ninben:gate decision="keys-gate" />
                <ninben:review group="ap-clerks" title="= number" />
                <ninben:result variable="invoice" />
              </bpmn:extensionElements>
            </bpmn:serviceTask>
            <bpmn:sequenceFlow id="f2" sourceRef="read" targetRef="end" />
            <bpmn:endEvent id="end" />
          </bpmn:process>
        </bpmn:definitions>
        """;

    public string Name => "keys";

    public Task<ConnectorAnswer> Perform(ConnectorCall call, CancellationToken cancellationToken)
    {
        var (number, page) = (call.Input["number"].AsString(), call.Input["page"].AsString());
        var values = FeelContext.Empty;
        var fields = ImmutableArray.CreateBuilder<ProposedField>();
        for (var i = 0; i < s_fields.Length; i++)
        {
            var (name, label) = s_fields[i];
            var value = FeelValue.From(name == "number" ? number : $"{label} of {number}");
            var doubtful = name == "total";
            values = values.With(name, value);
            fields.Add(new ProposedField(name, label, value, new Confidence(doubtful ? 0.6m : 0.99m),
                doubtful ? [new Reason("two-readings", "Two readings are possible.")] : [],
                [new EvidenceRegion(page, 1, 0.55m, 0.1m + (i * 0.06m), 0.3m, 0.03m)], []));
        }

        return Task.FromResult<ConnectorAnswer>(new ConnectorAnswer.Proposed(new Proposal(FeelValue.From(values), fields.ToImmutable(), null, [],
            [new EvidenceDocument(page, "image/jpeg", 1, $"{number}.jpg")], new ProposalSource(Name, "none", "1"))));
    }

    /// <summary>Opens that many cases; their reviews follow as the workers get to them.</summary>
    public async Task Open(WebApplication app, int cases, CancellationToken cancellationToken)
    {
        var deployments = app.Services.GetRequiredService<IDeployments>();
        Require(await deployments.DeployDecisions(Encoding.UTF8.GetBytes(Gate), "keys.dmn", s_seeder, cancellationToken));
        Require(await deployments.DeployProcess(Encoding.UTF8.GetBytes(Model), "keys.bpmn", s_seeder, cancellationToken));
        var runner = app.Services.GetRequiredService<ICaseRunner>();
        var documents = app.Services.GetRequiredService<IDocuments>();
        for (var i = 0; i < cases; i++)
        {
            var number = string.Create(CultureInfo.InvariantCulture, $"KEY-{i:0000}");
            // Decoders ignore what follows the end of a JPEG. So every case has a document of its own, and no page was decoded for another case.
            byte[] page = [.. pages[i % pages.Count], .. Encoding.ASCII.GetBytes(number)];
            var stored = await documents.Add(page, "image/jpeg", 1, $"{number}.jpg", cancellationToken);
            var variables = FeelContext.Empty.With("number", FeelValue.From(number)).With("page", FeelValue.From(stored.Hash));
            var id = new CaseId(Guid.CreateVersion7().ToString("n"));
            await runner.Execute(id, new OpenCase(id, "keys", 1, number, variables), s_seeder, new CommandKey(number, number), cancellationToken);
        }
    }

    private static void Require(Deployment deployed)
    {
        if (deployed.Model is null) throw new InvalidOperationException(string.Join("; ", deployed.Diagnostics.Select(d => d.Message)));
    }
}

using System.Security.Cryptography;
using System.Text;
using Ninben.Bpmn.Cases.Commands;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Events;
using Ninben.Bpmn.Events.Messages;
using Ninben.Bpmn.Events.Signals;
using Ninben.Bpmn.Model;
using Ninben.Feel;
using Ninben.Oversight.Subjects;
using Ninben.Runtime.Deployments;
using Ninben.Runtime.Execution;

namespace Ninben.Runtime.Messages;

/// <summary>
/// Delivers over the case runner. Once, because every delivery carries the message's identity as its command key, which the store keeps unique over
/// all cases in the transaction of the delivery itself: after a crash in between, the second attempt finds the first.
/// </summary>
internal sealed class Messenger(CaseRunner runner, IMessageStore store, IDeployments deployments, TimeProvider time) : IMessenger
{
    private const string KeyReused = "key-reused";

    public async Task<MessageDelivery> Send(Message message, Actor by, CancellationToken cancellationToken)
    {
        if (await Receive(message, by, cancellationToken) is { } received) return received;
        if (Begins(definition => definition is MessageDefinition one && one.Name == message.Name) is [var (process, version, start), ..])
            return await Start(message, (process, version, start), by, cancellationToken);
        if (message.TimeToLive <= TimeSpan.Zero) return new MessageDelivery(MessageOutcome.NotWanted, null);
        await store.Keep(new KeptMessage(message.Id, message.Name, message.Key, message.Payload, time.GetUtcNow() + message.TimeToLive), cancellationToken);
        return new MessageDelivery(MessageOutcome.Kept, null);
    }

    public async Task<SignalDelivery> Tell(SignalCall signal, Actor by, CancellationToken cancellationToken)
    {
        var heard = 0;
        ItemId? after = null;
        while (await store.Listeners(new SignalPage(signal.Name, signal.At, signal.Except, after), cancellationToken) is { Count: > 0 } page)
        {
            foreach (var listener in page)
            {
                var key = Key($"signal/{Short(signal.Id)}/{listener}", signal.Name);
                var answer = await runner.Execute(listener.Case, new HearSignal(listener.Number, signal.Id, signal.Payload), by, key, cancellationToken);
                if (answer.Refusal is null) heard++;
            }

            after = page[^1];
        }

        var started = 0;
        foreach (var (process, version, start) in Begins(definition => definition is SignalDefinition one && one.Name == signal.Name))
        {
            var id = new CaseId(Guid.CreateVersion7().ToString("N"));
            var open = new OpenCase(id, process, version, null, FeelContext.Empty) { Start = start.Id, Payload = signal.Payload };
            var answer = await runner.Execute(id, open, by, Key($"signal/{Short(signal.Id)}/{Short(process)}", signal.Name), cancellationToken);
            if (answer.Refusal is null) started++;
        }

        return new SignalDelivery(heard, started);
    }

    /// <summary>Tries the events that wait; null when none took it.</summary>
    public async Task<MessageDelivery?> Receive(Message message, Actor by, CancellationToken cancellationToken)
    {
        foreach (var receiver in await store.Receivers(message.Name, message.Key, cancellationToken))
        {
            var receive = new ReceiveMessage(receiver.Number, message.Id, message.Payload);
            var answer = await runner.Execute(receiver.Case, receive, by, KeyOf(message), cancellationToken);
            if (answer.Refusal is null) return new MessageDelivery(MessageOutcome.Received, answer.Case);
            if (answer.Refusal.Code == KeyReused) return new MessageDelivery(MessageOutcome.NotWanted, null, answer.Refusal);
            // Somebody else's message, or its time, was faster there: the next one that waits.
        }

        return null;
    }

    private async Task<MessageDelivery> Start(Message message, (string Process, int Version, Element Start) what, Actor by, CancellationToken cancellationToken)
    {
        var id = new CaseId(Guid.CreateVersion7().ToString("N"));
        var open = new OpenCase(id, what.Process, what.Version, message.Key, FeelContext.Empty) { Start = what.Start.Id, Payload = message.Payload };
        var answer = await runner.Execute(id, open, by, KeyOf(message), cancellationToken);
        return answer.Refusal is null ? new MessageDelivery(MessageOutcome.StartedCase, answer.Case)
            : new MessageDelivery(MessageOutcome.NotWanted, null, answer.Refusal.Code == KeyReused ? answer.Refusal : null);
    }

    private List<(string Process, int Version, Element Start)> Begins(Func<EventDefinition, bool> fits)
    {
        var found = new List<(string, int, Element)>();
        foreach (var id in deployments.List("process").Select(model => model.Id).Distinct(StringComparer.Ordinal))
        {
            if (deployments.NewestVersion(id) is not { } version || deployments.Process(id, version) is not { } process) continue;
            foreach (var start in process.EventStarts)
                if (((EventDetail)start.Detail).Definitions.Any(fits)) found.Add((id, version, start));
        }

        return found;
    }

    // Name, key and payload stand for the message: the same identity with any of them different is refused.
    private static CommandKey KeyOf(Message message) =>
        Key("message/" + Short(message.Id), $"{message.Name}\n{message.Key}\n{FeelJson.ToJson(message.Payload)}");

    private static CommandKey Key(string key, string body) => new(key, Short(body));

    // Ids may be longer than a key and may hold any letter.
    private static string Short(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
}

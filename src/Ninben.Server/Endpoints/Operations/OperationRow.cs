using Ninben.Oversight.Subjects;
using Ninben.Runtime.Operations;

namespace Ninben.Server.Endpoints.Operations;

/// <summary>An operation on many cases, as the API shows it. <c>Done</c> and <c>Refused</c> add up to <c>Total</c> when it is finished.</summary>
internal sealed record OperationRow(string Id, OperationKind Kind, string Reason, int? Version, OperationState State, int Total, int Done, int Refused,
    Actor By, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt)
{
    public static OperationRow From(Operation operation) => new(operation.Id, operation.Order.Kind, operation.Order.Reason, operation.Order.Version,
        operation.State, operation.Total, operation.Done, operation.Refused, operation.By, operation.StartedAt, operation.FinishedAt);
}

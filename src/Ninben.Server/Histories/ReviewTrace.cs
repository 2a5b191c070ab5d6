using Ninben.Oversight.Reviews;
using Ninben.Oversight.Subjects;

namespace Ninben.Server.Histories;

/// <summary>One review with the verdict that stands, if there is one.</summary>
internal sealed record ReviewTrace(ReviewOpened Opened, Verdict? Verdict, Actor? By, DateTimeOffset? At);

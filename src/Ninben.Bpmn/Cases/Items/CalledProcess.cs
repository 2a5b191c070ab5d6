namespace Ninben.Bpmn.Cases.Items;

/// <summary>The process that a call activity runs.</summary>
/// <param name="Process">Its id.</param>
/// <param name="Version">Its version, pinned when the call began.</param>
/// <param name="Hash">Hash of its model.</param>
public sealed record CalledProcess(string Process, int Version, string Hash);

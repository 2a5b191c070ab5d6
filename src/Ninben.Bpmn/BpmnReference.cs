using System.Collections.Immutable;
using Ninben.Bpmn.Elements;
using Ninben.Bpmn.Events;

namespace Ninben.Bpmn;

/// <summary>What can be executed, as it stands in the catalogues: for documents and tools.</summary>
public static class BpmnReference
{
    private static readonly (EventPlaces Place, string Words)[] s_places =
    [
        (EventPlaces.Start, "start"), (EventPlaces.SubProcessStart, "event sub-process"), (EventPlaces.SideStart, "event sub-process beside"),
        (EventPlaces.Catch, "catch"), (EventPlaces.Boundary, "boundary"), (EventPlaces.SideBoundary, "boundary beside"), (EventPlaces.Throw, "throw"),
        (EventPlaces.End, "end"),
    ];

    /// <summary>The kinds of elements, in the order of the catalogue.</summary>
    public static ImmutableArray<ReferenceLine> Elements { get; } =
        [.. ElementCatalogue.Kinds.Where(kind => kind.Note is not null).Select(kind => new ReferenceLine(kind.Name, kind.Tag, kind.Note!, []))];

    /// <summary>The kinds of events with the places where they may stand.</summary>
    public static ImmutableArray<ReferenceLine> Events { get; } =
        [.. EventCatalogue.Kinds.Select(kind => new ReferenceLine(kind.Name, kind.Tag, kind.Note, Words(kind.Places)))];

    private static ImmutableArray<string> Words(EventPlaces places) => [.. s_places.Where(place => (places & place.Place) != 0).Select(place => place.Words)];
}

/// <summary>One kind of element or event.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Tag">Its BPMN element.</param>
/// <param name="Note">What it does here.</param>
/// <param name="Places">For an event: where it may stand.</param>
public sealed record ReferenceLine(string Name, string Tag, string Note, ImmutableArray<string> Places);

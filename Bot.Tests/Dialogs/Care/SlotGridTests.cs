using ChatbotSante.Dialogs.Care.Agenda;
using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Dialogs.Nlu.Dates;
using NUnit.Framework;

namespace ChatbotSante.Tests.Dialogs.Care;

/// <summary>When slots can start: the clinic's hours, and each practitioner's own.</summary>
public sealed class SlotGridTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);
    private static readonly DateTime Before = new(2026, 11, 1);

    private static readonly Clinic Clinic = DemonstrationClinic.With(
        (
            "name: Morel, title: Dr, specialty: cardiologie",
            "name: Morel, specialty: cardiologie, length_minutes: 45, absences: [2026-12-07], hours: { mon: [\"09:00-12:00\"], thu: [\"14:00-16:00\"] }"
        ),
        ("time_zone:", "closures: [2026-12-24/2026-12-26]\ntime_zone:")
    );

    private readonly SlotGrid _grid = new(Clinic);

    [Test]
    public void A_practitioner_with_hours_of_their_own_keeps_to_them() =>
        Assert.Multiple(() =>
        {
            Assert.That(
                Starts("morel", Monday),
                Is.EqualTo([new(9, 0), new(9, 45), new(10, 30), new TimeOnly(11, 15)])
            );
            Assert.That(Starts("morel", Monday.AddDays(1)), Is.Empty);
            Assert.That(
                Starts("morel", Monday.AddDays(3)),
                Is.EqualTo([new(14, 0), new TimeOnly(14, 45)])
            );
            Assert.That(Starts("lambert", Monday), Has.Count.EqualTo(14));
        });

    [Test]
    public void An_absence_empties_one_schedule_and_a_closure_all() =>
        Assert.Multiple(() =>
        {
            var absent = new DateOnly(2026, 12, 7);
            Assert.That(Starts("morel", absent), Is.Empty);
            Assert.That(Starts("lambert", absent), Is.Not.Empty);
            Assert.That(
                _grid.Days(
                    new DateWish(new(2026, 12, 23), new(2026, 12, 28)),
                    Monday.ToDateTime(default)
                ),
                Is.EqualTo([new(2026, 12, 23), new DateOnly(2026, 12, 27), new(2026, 12, 28)])
            );
            Assert.That(_grid.Has(At("lambert", new(2026, 12, 24), 9, 0)), Is.False);
        });

    [Test]
    public void A_long_visit_starts_where_it_ends_with_its_window() =>
        Assert.Multiple(() =>
        {
            var visit = TimeSpan.FromMinutes(80);
            Assert.That(
                Starts("morel", Monday, visit),
                Is.EqualTo([new(9, 0), new(9, 45), new TimeOnly(10, 30)])
            );
            Assert.That(Starts("lambert", Monday, visit)[3], Is.EqualTo(new TimeOnly(10, 30)));
            Assert.That(Starts("lambert", Monday, visit)[4], Is.EqualTo(new TimeOnly(14, 0)));
            Assert.That(_grid.Has(At("morel", Monday, 11, 15), visit), Is.False);
            Assert.That(_grid.Has(At("morel", Monday, 11, 15)), Is.True);
            Assert.That(
                _grid.Taken(At("morel", Monday, 9, 0), visit),
                Is.EqualTo([At("morel", Monday, 9, 0).Start, At("morel", Monday, 9, 45).Start])
            );
        });

    [Test]
    public void What_the_rules_do_not_give_is_no_slot() =>
        Assert.Multiple(() =>
        {
            Assert.That(_grid.Has(At("morel", Monday, 9, 30)), Is.False);
            Assert.That(_grid.Has(At("morel", Monday.AddDays(1), 9, 0)), Is.False);
            Assert.That(_grid.Has(At("personne", Monday, 9, 0)), Is.False);
            Assert.That(_grid.Has(At("lambert", Monday.AddDays(5), 9, 0)), Is.False);
        });

    private List<TimeOnly> Starts(string schedule, DateOnly day, TimeSpan? visit = null) =>
        [
            .. _grid
                .Starts(schedule, day, DateWish.AnyTime, Before, visit)
                .Select(TimeOnly.FromDateTime),
        ];

    private static Slot At(string schedule, DateOnly day, int hour, int minute) =>
        new(schedule, Clinic.Instant(day.ToDateTime(new TimeOnly(hour, minute))));
}

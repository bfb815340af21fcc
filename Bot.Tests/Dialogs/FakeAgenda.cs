using ChatbotSante.Dialogs.Care.Agenda;
using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Dialogs.Care.Identity;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Redaction;

namespace ChatbotSante.Tests.Dialogs;

/// <summary>The clinic's rules less what is claimed, in memory, with the same refusals as the store's.</summary>
internal sealed class FakeAgenda(Clinic clinic) : IAgenda
{
    private readonly SlotGrid _grid = new(clinic);
    private Dictionary<Slot, (HoldId Id, DateTimeOffset? Until)> _claims = [];
    private List<TurnCommand.ConfirmBooking> _bookings = [];
    private List<TurnCommand.RequestCallBack> _callBacks = [];
    private List<TurnCommand.JoinWaitingList> _waiting = [];
    private List<TurnCommand.SendCode> _codes = [];
    private Dictionary<HoldId, (Slot Slot, PatientId? Patient)> _appointments = [];

    /// <summary>Every appointment booked, once each.</summary>
    public IReadOnlyList<TurnCommand.ConfirmBooking> Bookings => _bookings;

    public IReadOnlyList<TurnCommand.RequestCallBack> CallBacks => _callBacks;

    /// <summary>Messages left for the team.</summary>
    public int Alerts { get; private set; }

    public IReadOnlyList<TurnCommand.JoinWaitingList> Waiting => _waiting;

    /// <summary>Every code asked for, sent or not.</summary>
    public IReadOnlyList<TurnCommand.SendCode> Codes => _codes;

    /// <summary>Every appointment there is, by its identifier.</summary>
    public IReadOnlyDictionary<HoldId, (Slot Slot, PatientId? Patient)> Appointments =>
        _appointments;

    /// <summary>Slots kept for somebody, booked or not, expired or not.</summary>
    public IReadOnlyCollection<Slot> Claimed => _claims.Keys;

    /// <summary>Runs before each attempt to apply a turn: what another patient does meanwhile.</summary>
    public Action<FakeAgenda>? Meanwhile { get; set; }

    /// <summary>Slots that nobody may have, whatever the rules say.</summary>
    public Func<Slot, bool> IsClosed { get; set; } = _ => false;

    /// <summary>Somebody else books a slot, whoever held it.</summary>
    public void Take(Slot slot) => _claims[slot] = (HoldId.New(slot.Start), null);

    /// <summary>The staff book a slot for a patient on file.</summary>
    public Appointment Book(PatientId patient, Slot slot)
    {
        var id = HoldId.New(slot.Start);
        _claims[slot] = (id, null);
        _appointments[id] = (slot, patient);
        return new Appointment(id, slot);
    }

    /// <summary>The staff cancel an appointment.</summary>
    public void Remove(Appointment appointment)
    {
        foreach (var claim in _claims.Where(c => c.Value.Id == appointment.Id).ToArray())
        {
            _claims.Remove(claim.Key);
        }

        _appointments.Remove(appointment.Id);
    }

    /// <summary>Applies a turn's commands: all of them, or none when one is refused.</summary>
    public bool TryApply(IEnumerable<TurnCommand> commands)
    {
        Meanwhile?.Invoke(this);
        Meanwhile = null;
        var (claims, bookings) = (_claims, _bookings);
        var (callBacks, waiting) = (_callBacks, _waiting);
        (_claims, _bookings) = (new(claims), [.. bookings]);
        (_callBacks, _waiting) = ([.. callBacks], [.. waiting]);
        var (codes, appointments) = (_codes, _appointments);
        (_codes, _appointments) = ([.. codes], new(appointments));
        if (commands.All(Apply))
        {
            return true;
        }

        (_claims, _bookings) = (claims, bookings);
        (_callBacks, _waiting) = (callBacks, waiting);
        (_codes, _appointments) = (codes, appointments);
        return false;
    }

    /// <summary>Codes asked for by a number on a day.</summary>
    public int SendsOn(PhoneNumber phone, DateOnly day) =>
        _codes.Count(code => code.Phone == phone && clinic.Today(code.Now) == day);

    public ValueTask<IReadOnlyList<Slot>> FindFreeAsync(
        SlotQuery query,
        CancellationToken cancellationToken
    )
    {
        var now = clinic.Local(query.Now);
        var free =
            from day in _grid.Days(query.Wish, now)
            from slot in query
                .Schedules.SelectMany(schedule =>
                    _grid
                        .Starts(schedule, day, query.Wish, now, query.Visit)
                        .Select(local => new Slot(schedule, clinic.Instant(local)))
                )
                .Where(slot => query.Admits(slot.Start) && IsOpen(slot, query.Visit, query.Now))
                .DistinctBy(slot => slot.Start)
                .OrderBy(slot => slot.Start)
            select slot;
        return ValueTask.FromResult<IReadOnlyList<Slot>>([.. free.Take(query.Count)]);
    }

    public ValueTask<bool> IsFreeAsync(
        Slot slot,
        TimeSpan? visit,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        ValueTask.FromResult(
            slot.Start > now && _grid.Has(slot, visit) && IsOpen(slot, visit, now)
        );

    public ValueTask<HoldStatus> StatusAsync(
        HoldId hold,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var claim = _claims
            .Values.Where(claim => claim.Id == hold)
            .Select(claim => (claim.Id, claim.Until))
            .ToArray();
        return ValueTask.FromResult(
            claim is not [var (_, until), ..] ? HoldStatus.Lost
            : until is null ? HoldStatus.Booked
            : until >= now ? HoldStatus.Held
            : HoldStatus.Lost
        );
    }

    private bool IsOpen(Slot slot, TimeSpan? visit, DateTimeOffset now) =>
        _grid
            .Taken(slot, visit)
            .Select(start => slot with { Start = start })
            .All(taken => !IsClaimed(taken, now) && !IsClosed(taken));

    public ValueTask<IReadOnlyList<Appointment>> AppointmentsAsync(
        AccessScope scope,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        ValueTask.FromResult<IReadOnlyList<Appointment>>([
            .. _appointments
                .Where(a =>
                    (a.Value.Patient is { } patient && patient == scope.Patient)
                    || scope.Bookings?.Contains(a.Key) == true
                )
                .Where(a => a.Value.Slot.Start > now)
                .OrderBy(a => a.Value.Slot.Start)
                .Select(a => new Appointment(a.Key, a.Value.Slot) { Visit = VisitOf(a.Key) }),
        ]);

    private TimeSpan? VisitOf(HoldId id) =>
        _bookings.Find(booking => booking.Id == id) is { SlotCount: > 1 } visit
            ? visit.Length
            : null;

    /// <summary>Whether an appointment is where a command says that it is.</summary>
    private bool Is(Appointment appointment) =>
        _appointments.TryGetValue(appointment.Id, out var there) && there.Slot == appointment.Slot;

    private bool IsClaimed(Slot slot, DateTimeOffset now) =>
        _claims.TryGetValue(slot, out var claim) && (claim.Until is null || claim.Until >= now);

    private bool Apply(TurnCommand command)
    {
        switch (command)
        {
            case TurnCommand.HoldSlot hold:
                foreach (var start in hold.Following.Prepend(hold.Slot.Start))
                {
                    var slot = hold.Slot with { Start = start };
                    if (IsClaimed(slot, hold.Now))
                    {
                        return false;
                    }

                    _claims[slot] = (hold.Id, hold.Until);
                }

                return true;
            case TurnCommand.ReleaseHold release:
                foreach (
                    var held in _claims
                        .Where(c => c.Value.Id == release.Id && c.Value.Until is not null)
                        .ToArray()
                )
                {
                    _claims.Remove(held.Key);
                }

                return true;
            case TurnCommand.ConfirmBooking booking:
                var kept = _claims
                    .Where(c => c.Value.Id == booking.Id)
                    .Where(c => c.Value.Until is null || c.Value.Until >= booking.Now)
                    .Select(c => c.Key)
                    .ToArray();
                if (kept.Length != booking.SlotCount || !kept.Contains(booking.Slot))
                {
                    return false;
                }

                foreach (var slot in kept)
                {
                    _claims[slot] = (booking.Id, null);
                }

                if (!_bookings.Exists(earlier => earlier.Id == booking.Id))
                {
                    _bookings.Add(booking);
                    _appointments[booking.Id] = (booking.Slot, null);
                }

                return true;
            case TurnCommand.CancelAppointment cancellation:
                if (!Is(cancellation.Appointment))
                {
                    return false;
                }

                Remove(cancellation.Appointment);
                return true;
            case TurnCommand.MoveAppointment move:
                var moved = _claims
                    .Where(c => c.Value.Id == move.Hold && c.Value.Until >= move.Now)
                    .Select(c => c.Key)
                    .ToArray();
                if (
                    !Is(move.Appointment)
                    || moved.Length != move.SlotCount
                    || !moved.Contains(move.To)
                )
                {
                    return false;
                }

                var patient = _appointments[move.Appointment.Id].Patient;
                Remove(move.Appointment);
                foreach (var slot in moved)
                {
                    _claims[slot] = (move.Appointment.Id, null);
                }

                _appointments[move.Appointment.Id] = (move.To, patient);
                return true;
            case TurnCommand.SendCode code:
                if (SendsOn(code.Phone, clinic.Today(code.Now)) >= CodeLimits.SendsPerDay)
                {
                    return false;
                }

                _codes.Add(code);
                return true;
            case TurnCommand.JoinWaitingList waiting:
                _waiting.Add(waiting);
                return true;
            case TurnCommand.RequestCallBack callBack:
                _callBacks.Add(callBack);
                return true;
            case TurnCommand.AlertTeam:
                Alerts++;
                return true;
            case TurnCommand.CountMissed:
                return true;
            default:
                throw new InvalidOperationException(
                    "A turn command that the fake agenda does not know."
                );
        }
    }
}

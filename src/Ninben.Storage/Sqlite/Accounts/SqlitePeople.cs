using System.Collections.Immutable;
using Ninben.Runtime.Accounts;

namespace Ninben.Storage.Sqlite.Accounts;

/// <summary>People in <c>accounts.db</c>, with all of them in memory.</summary>
internal sealed class SqlitePeople(AccountsFile file) : IPeople
{
    private ImmutableDictionary<string, PersonAccount> _people = Load(file);

    public PersonAccount? Find(string id) => _people.GetValueOrDefault(id);

    public PersonAccount? FindByName(string name)
    {
        var key = AccountText.Key(name);
        return _people.Values.FirstOrDefault(p => AccountText.Key(p.Name) == key);
    }

    public IReadOnlyList<PersonAccount> All() => [.. _people.Values.OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase)];

    public Task<bool> Add(PersonAccount person, KeptAnswer? answer, CancellationToken cancellationToken) =>
        Task.FromResult(file.InTransaction(f => IsNew(person) && SqliteKeptAnswers.Keep(f, answer) && Insert(f, person)));

    public Task<bool> Change(PersonAccount person, KeptAnswer? answer, CancellationToken cancellationToken) => Task.FromResult(file.InTransaction(f =>
    {
        var taken = FindByName(person.Name) is { } other && other.Id != person.Id;
        var adminLeft = _people.SetItem(person.Id, person).Values.Any(p => !p.Disabled && p.Roles.Contains(Role.Admin));
        if (taken || !adminLeft || !_people.ContainsKey(person.Id) || !SqliteKeptAnswers.Keep(f, answer)) return false;
        f.Execute("""
            update people set name = ?2, name_key = ?3, password_hash = ?4, roles = ?5, groups = ?6, disabled = ?7 where id = ?1
            """, person.Id, person.Name, AccountText.Key(person.Name), person.PasswordHash, AccountText.Lines(person.Roles),
            AccountText.Lines(person.Groups), person.Disabled ? 1 : 0);
        _people = _people.SetItem(person.Id, person);
        return true;
    }));

    public Task IssueSetupToken(string tokenHash, CancellationToken cancellationToken)
    {
        if (_people.IsEmpty)
            file.InTransaction(f => f.Execute("insert into setup_token (id, token_hash) values (1, ?1) on conflict (id) do update set token_hash = ?1",
                tokenHash));
        return Task.CompletedTask;
    }

    public Task<bool> SetUp(string tokenHash, PersonAccount first, CancellationToken cancellationToken) => Task.FromResult(file.InTransaction(f =>
    {
        if (!_people.IsEmpty || f.Execute("delete from setup_token where token_hash = ?1", tokenHash) == 0) return false;
        return Insert(f, first);
    }));

    private bool IsNew(PersonAccount person) => !_people.ContainsKey(person.Id) && FindByName(person.Name) is null;

    private bool Insert(AccountsFile f, PersonAccount person)
    {
        if (!IsNew(person)) return false;
        f.Execute("""
            insert into people (id, name, name_key, password_hash, roles, groups, disabled, created_at) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            """, person.Id, person.Name, AccountText.Key(person.Name), person.PasswordHash, AccountText.Lines(person.Roles),
            AccountText.Lines(person.Groups), person.Disabled ? 1 : 0, AccountText.Instant(person.CreatedAt));
        _people = _people.Add(person.Id, person);
        return true;
    }

    private static ImmutableDictionary<string, PersonAccount> Load(AccountsFile file) => file
        .Read("select id, name, password_hash, roles, groups, disabled, created_at from people", r => new PersonAccount(r.Text(0), r.Text(1),
            r.TextOrNull(2), AccountText.Lines(r.Text(3)), AccountText.Lines(r.Text(4)), r.Number(5) != 0,
            AccountText.Instant(r.Text(6))))
        .ToImmutableDictionary(p => p.Id);
}

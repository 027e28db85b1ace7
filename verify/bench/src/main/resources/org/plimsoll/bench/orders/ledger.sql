-- Half of each page is left free, so that a new version of a row fits beside the old one.
create table accounts (
  id int primary key,
  balance bigint not null check (balance >= 0)
) with (fillfactor = 50);

-- No index: that every move is recorded is enough.
create table transfers (source int not null, target int not null, amount bigint not null);

-- Makes one move, the account with the lower number first, so that no two calls wait for each other.
create function moved(source int, target int, moved bigint) returns int language plpgsql as $$
begin
  if source < target then
    update accounts set balance = balance - moved where id = source;
    update accounts set balance = balance + moved where id = target;
  else
    update accounts set balance = balance + moved where id = target;
    update accounts set balance = balance - moved where id = source;
  end if;
  insert into transfers values (source, target, moved);
  return 0;
end $$;

-- Makes moves in order and returns how many of them were refused; a refused one changes nothing.
create function refused_of(sources int[], targets int[], amounts bigint[]) returns int
language plpgsql as $$
declare
  refused int := 0;
begin
  for i in 1..cardinality(sources) loop
    update accounts set balance = balance - amounts[i]
      where id = sources[i] and balance >= amounts[i];
    if not found then
      refused := refused + 1;
      continue;
    end if;
    update accounts set balance = balance + amounts[i] where id = targets[i];
    insert into transfers values (sources[i], targets[i], amounts[i]);
  end loop;
  return refused;
end $$;

-- Adds up what each account gives and takes, and changes each once.
create function netted(sources int[], targets int[], amounts bigint[]) returns int
language plpgsql as $$
begin
  insert into transfers select * from unnest(sources, targets, amounts);
  update accounts set balance = balance + net.change
    from (
      select id, sum(amount) as change
        from (
          select s as id, -a as amount from unnest(sources, amounts) as given (s, a)
          union all
          select t, a from unnest(targets, amounts) as taken (t, a)
        ) as all_moves
        group by id
    ) as net
    where accounts.id = net.id;
  return 0;
end $$;

use std::panic::{self, AssertUnwindSafe};

use super::*;

fn params(given: &[(&str, &str)]) -> Params {
    let mut params = Params::default();
    for (name, value) in given {
        params.set(name, value);
    }
    params
}

#[test]
fn separators_are_encoded_once_and_data_twice() {
    let encoded = params(&[("user", "1&admin=true"), ("sp ace", "é %+\n"), ("e", "")]);
    assert_eq!(
        str::from_utf8(&encoded.encoded).unwrap(),
        "user%3D1%2526admin%253Dtrue%26sp%2520ace%3D%25C3%25A9%2520%2525%252B%250A%26e%3D"
    );
}

#[test]
fn what_went_in_comes_out() {
    let given = [("user", "1&admin=true"), ("%26", "%3D%2525"), ("é", "%25"), ("e", "")];
    let found: Vec<_> = params(&given).iter().collect();
    assert_eq!(found, given.map(|(name, value)| (name.to_owned(), value.to_owned())));
    assert_eq!(Params::default().iter().count(), 0);
}

#[test]
fn a_name_occurs_once_and_the_last_value_wins() {
    let twice = params(&[("a", "1"), ("b", "2"), ("c", "3"), ("a", "4")]);
    assert_eq!(twice, params(&[("b", "2"), ("c", "3"), ("a", "4")]));
    assert_eq!(params(&[("a", "1"), ("a", "2")]), params(&[("a", "2")]));
    // A name that begins like another is another.
    assert_eq!(params(&[("a", "1"), ("ab", "2")]).iter().count(), 2);
}

#[test]
fn merged_parameters_replace_those_of_the_same_name() {
    for (one, two, both) in [
        (&[][..], &[("a", "1")][..], &[("a", "1")][..]),
        (&[("a", "1")], &[], &[("a", "1")]),
        (&[("a", "1")], &[("a", "2")], &[("a", "2")]),
        (&[("a", "1"), ("b", "2")], &[("a", "3"), ("c d", "&")], &[("b", "2"), ("a", "3"), ("c d", "&")]),
        (&[("c d", "1"), ("b", "2")], &[("b", ""), ("c d", "&")], &[("b", ""), ("c d", "&")]),
    ] {
        let mut merged = params(one);
        merged.merge(params(two));
        assert_eq!(merged, params(both));
        assert_eq!(merged.len(), both.len());
    }
}

#[test]
fn parameters_of_an_iterator_are_those_that_are_set_one_by_one() {
    let given = [("user", "1&admin=true"), ("sp/ace", "é %+\n"), ("e", "")];
    assert_eq!(Params::try_from_iter(given).unwrap(), params(&given));
    assert_eq!(Params::try_from_iter([("", ""); 0]).unwrap(), Params::new());
    assert!(Params::try_from_iter([("a", 1), ("To", 2)]).is_err());
    assert!(Params::try_from_iter([("a", 1), ("b", 2), ("a", 2)]).is_err());
}

#[test]
fn names_with_the_same_hash_are_told_apart() {
    // Found by search: both are 0xC7FE29BD in FNV-1a.
    let (one, two) = ("costarring", "liquid");
    assert_eq!(hash(one), hash(two));
    assert_eq!(params(&[(one, "1"), (two, "2")]).iter().count(), 2);
    assert_eq!(params(&[(one, "1"), (two, "2"), (one, "3")]), params(&[(two, "2"), (one, "3")]));
}

#[test]
fn a_value_that_gives_up_halfway_is_empty() {
    struct GivesUp;
    impl Display for GivesUp {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("12")?;
            Err(fmt::Error)
        }
    }
    let mut given = params(&[("a", "1"), ("user_id", "2")]);
    given.set("user_id", &GivesUp);
    assert_eq!(given, params(&[("a", "1"), ("user_id", "")]));
    let mut alone = Params::default();
    alone.set("user_id", &GivesUp);
    assert_eq!(alone, params(&[("user_id", "")]));
}

#[test]
fn many_names_with_the_same_hash_cost_no_more_than_a_look_at_each() {
    // Found by search: whichever of each pair a name goes on with, its hash is the same.
    let pairs = [
        ("yaczf", "glbpp"),
        ("numzf", "tplpp"),
        ("numzf", "tplpp"),
        ("numzf", "tplpp"),
        ("numzf", "tplpp"),
        ("numzf", "tplpp"),
        ("numzf", "tplpp"),
        ("numzf", "tplpp"),
        ("numzf", "tplpp"),
        ("numzf", "tplpp"),
    ];
    let mut names = vec![String::new()];
    for (one, two) in pairs {
        names = names.iter().flat_map(|name| [format!("{name}{one}"), format!("{name}{two}")]).collect();
    }
    assert!(names.iter().all(|name| hash(name) == hash(&names[0])));
    let mut many = Params::default();
    for name in &names {
        many.set(name, &1);
    }
    assert_eq!(many.iter().count(), 1024);
    many.set(&names[7], &2);
    assert_eq!(many.iter().count(), 1024);
    assert_eq!(many.iter().last(), Some((names[7].clone(), "2".to_owned())));
}

#[test]
fn many_parameters_are_as_few_are() {
    let name = |n: usize| format!("p{n} &");
    let (all, seven) = (3 * FEW, [7, 7, 20, 0, 3 * FEW - 1]);
    // What a list that is searched for each name gives.
    let mut expected: Vec<(String, String)> = Vec::new();
    let mut set = |name: String, value: usize| {
        expected.retain(|(other, _)| *other != name);
        expected.push((name, value.to_string()));
        expected.clone()
    };
    let (mut one_by_one, mut merged) = (Params::new(), Params::new());
    for round in 0..5 {
        let mut later = Params::new();
        for n in (0..all).chain(seven) {
            one_by_one.set(&name(n), &(round + n));
            later.set(&name(n), &(round + n));
            let expected = set(name(n), round + n);
            assert_eq!(one_by_one.iter().collect::<Vec<_>>(), expected);
            assert_eq!(one_by_one.len(), expected.len());
        }
        merged.merge(later);
        assert_eq!(merged, one_by_one);
        let (mut one, mut other) = (Vec::new(), Vec::new());
        merged.write(&mut one);
        one_by_one.write(&mut other);
        assert_eq!(one, other);
        assert!(one.len() <= merged.size_hint() && merged.size_hint() < 5 * one.len());
        // A few after many, and many after a few.
        merged.merge(params(&[("p7 &", "1")]));
        one_by_one.set(&name(7), &1);
        set(name(7), 1);
        let mut few = params(&[("p7 &", "2"), ("first", "3")]);
        few.merge(merged.clone());
        assert_eq!(few.len(), all + 1);
        assert_eq!(few.iter().next(), Some(("first".to_owned(), "3".to_owned())));
        assert_eq!(few.iter().last(), Some((name(7), "1".to_owned())));
    }
    let unique: Params = Params::try_from_iter((0..all).map(|n| (format!("p{n}"), n))).unwrap();
    assert_eq!((unique.len(), unique.many, unique.unique), (all, all, all));
}

#[test]
fn a_parameter_without_a_value_is_removed() {
    for all in [1, 2, FEW, FEW + 1, 3 * FEW] {
        let mut left = Params::new();
        for n in 0..all {
            left.set(&format!("p{n}"), &n);
            left.set(&format!("p{n}"), &n);
        }
        for n in 0..all {
            left.set_optional("p", &None::<u8>);
            assert_eq!(left.len(), all - n);
            left.set_optional(&format!("p{n}"), &None::<u8>);
            let expected: Vec<_> = (n + 1..all).map(|n| (format!("p{n}"), n.to_string())).collect();
            assert_eq!(left.iter().collect::<Vec<_>>(), expected);
            assert_eq!(left.len(), expected.len());
        }
        assert!(left.is_empty());
        left.set_optional("p0", &Some(1));
        left.set_optional("p1", &2);
        assert_eq!(left, params(&[("p0", "1"), ("p1", "2")]));
        assert_eq!(left.len(), 2);
    }
}

#[test]
fn adding_takes_the_same_time_for_each_parameter() {
    // More than a minute if each name were compared with all others, or if all were moved for each.
    const COUNT: usize = 60_000;
    let mut params = Params::new();
    for round in 0..3 {
        for n in 0..COUNT {
            params.set(&format!("name_{n}"), &round);
        }
    }
    assert_eq!(params.len(), COUNT);
    let mut twice = params.clone();
    twice.merge(params.clone());
    assert_eq!(twice, params);
}

#[test]
fn removing_takes_the_same_time_for_each_parameter() {
    // Minutes if all were written again for each.
    const COUNT: usize = 60_000;
    let mut params: Params = Params::try_from_iter((0..COUNT).map(|n| (format!("name_{n}"), n))).unwrap();
    for n in 0..COUNT {
        params.set_optional(&format!("other_{n}"), &None::<u8>);
    }
    assert_eq!(params.len(), COUNT);
    for n in 1..COUNT {
        params.set_optional(&format!("name_{n}"), &None::<u8>);
    }
    assert_eq!(params.iter().collect::<Vec<_>>(), [("name_0".to_owned(), "0".to_owned())]);
}

#[test]
fn a_removed_name_removes_nothing_where_the_parameters_are_added() {
    let mut later: Params = Params::try_from_iter((0..2 * FEW).map(|n| (format!("p{n}"), n))).unwrap();
    later.set_optional("p0", &None::<u8>);
    later.set_optional("other", &None::<u8>);
    for earlier in [1, FEW, 2 * FEW] {
        let mut all: Params =
            Params::try_from_iter((0..earlier).map(|n| (format!("q{n}"), n)).chain([("p0".to_owned(), 7)]))
                .unwrap();
        all.set_optional("other", &8);
        all.merge(later.clone());
        assert_eq!(all.len(), earlier + 2 + 2 * FEW - 1);
        assert!(all.iter().any(|pair| pair == ("p0".to_owned(), "7".to_owned())));
    }
}

#[test]
fn a_value_that_panics_halfway_is_empty() {
    struct Panics;

    impl Display for Panics {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("guest")?;
            panic!("halfway");
        }
    }

    let mut params = Params::new();
    let add = AssertUnwindSafe(|| params.push_new("role", &Panics));
    assert!(panic::catch_unwind(add).is_err());
    params.push_new("x", &1);
    assert!(params.iter().eq([("role".to_owned(), String::new()), ("x".to_owned(), "1".to_owned())]));
}

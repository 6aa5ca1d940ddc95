//! In which order?
//!
//! Everything that is sorted in this crate is sorted here: by a comparison that its caller gives, and where that says
//! nothing, in the order in which it came. So ties always have the same owner, and the sorting itself, which is more
//! code than most of what it serves, is compiled once.

use std::cmp::Ordering;

/// The positions `0..length` in the order that `compare` puts them; equal ones stay in order.
///
/// ```
/// use empact_priorities::order::sorted;
///
/// let words = ["pear", "fig", "plum"];
/// assert_eq!(sorted(words.len(), &|a, b| words[a].len().cmp(&words[b].len())), [1, 0, 2]);
/// ```
#[inline(never)]
pub fn sorted(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut positions: Vec<usize> = (0..length).collect();
    positions.sort_by(|one, other| compare(*one, *other));
    positions
}

/// Sorts the items; equal ones stay in order.
///
/// ```
/// use empact_priorities::order::sort;
///
/// let mut hits = vec![("P1", 2.0), ("P7e", 3.0), ("GP1", 2.0)];
/// sort(&mut hits, &|one, other| f64::total_cmp(&other.1, &one.1));
/// assert_eq!(hits, [("P7e", 3.0), ("P1", 2.0), ("GP1", 2.0)]);
/// ```
pub fn sort<T>(items: &mut Vec<T>, compare: &dyn Fn(&T, &T) -> Ordering) {
    let positions = sorted(items.len(), &|one, other| match (items.get(one), items.get(other)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    });
    let mut taken: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(positions.into_iter().filter_map(|position| taken.get_mut(position)?.take()));
}

#[cfg(test)]
mod tests {
    //! 1. The result is that of the standard library's stable sort.

    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn agrees_with_a_stable_sort(keys in prop::collection::vec(0_u8..6, 0..40)) {
            let mut expected: Vec<(u8, usize)> = keys.iter().copied().zip(0..).collect();
            let mut found = expected.clone();
            expected.sort_by_key(|(key, _)| *key);
            sort(&mut found, &|one, other| one.0.cmp(&other.0));
            prop_assert_eq!(found, expected);
        }
    }
}

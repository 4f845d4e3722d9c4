//! Random lives of a dossier, against the most naive of models: whole copies of it, before and after each action.

use super::{at, create, sample};
use crate::{Action, Loaded, PastedRow, Store, StoreError};
use domain::dossier::Dossier;
use domain::record::{Id, PartMut, Path, Record};
use proptest::prelude::*;

/// What a referent may do next. Numbers choose among what is there.
#[derive(Clone, Debug)]
enum Step {
    Type {
        fields: Vec<(usize, String)>,
        pause: i64,
    },
    Hand {
        field: usize,
        on: bool,
    },
    Add {
        list: usize,
        rank: usize,
        name: String,
    },
    Remove {
        list: usize,
        item: usize,
    },
    Move {
        list: usize,
        item: usize,
        to: usize,
    },
    Paste {
        list: usize,
        rows: Vec<(Option<usize>, String)>,
    },
    Archive,
    Undo,
    Redo,
    Restart,
}

const LISTS: [&str; 3] = ["ecoles", "contacts", "signataires"];
const FIELDS: [&str; 6] = [
    "titre",
    "reference",
    "collectivite/nom",
    "convention/texte_fourni/fichier",
    "champs/duree",
    "deliberation/seance",
];

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let text = prop_oneof![
        "[a-cé]{0,2}",
        Just("14/12/2026".to_owned()),
        Just(String::new())
    ];
    let pasted = prop::collection::vec((prop::option::of(0usize..4), text.clone()), 1..4);
    let typed = prop::collection::vec((0usize..8, text.clone()), 1..3);
    let step = prop_oneof![
        6 => (typed, prop::sample::select(vec![1i64, 4, 5, 6, -3])).prop_map(|(fields, pause)| Step::Type { fields, pause }),
        1 => (0usize..8, any::<bool>()).prop_map(|(field, on)| Step::Hand { field, on }),
        2 => (0usize..3, 0usize..4, text).prop_map(|(list, rank, name)| Step::Add { list, rank, name }),
        1 => (0usize..3, 0usize..4).prop_map(|(list, item)| Step::Remove { list, item }),
        1 => (0usize..3, 0usize..4, 0usize..4).prop_map(|(list, item, to)| Step::Move { list, item, to }),
        1 => (0usize..3, pasted).prop_map(|(list, rows)| Step::Paste { list, rows }),
        1 => Just(Step::Archive),
        5 => Just(Step::Undo),
        4 => Just(Step::Redo),
        1 => Just(Step::Restart),
    ];
    prop::collection::vec(step, 1..60)
}

/// An action done, with the whole dossier before and after it.
struct Line {
    before: Dossier,
    after: Dossier,
    undone: bool,
    /// Undone, and something else done since: it cannot come back.
    dead: bool,
}

impl Line {
    fn counts(&self) -> bool {
        self.before != self.after
    }
}

struct Life {
    folder: tempfile::TempDir,
    store: Option<Store>,
    convention: Id,
    now: Dossier,
    lines: Vec<Line>,
    /// The fields last typed in, and when, while nothing else was done.
    burst: Option<(Vec<Path>, i64)>,
    clock: i64,
    made: usize,
}

impl Life {
    fn begin() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut store = open(folder.path());
        let convention = create(&mut store, sample());
        Self {
            folder,
            store: Some(store),
            convention,
            now: sample(),
            lines: Vec::new(),
            burst: None,
            clock: 0,
            made: 0,
        }
    }

    fn store(&mut self) -> &mut Store {
        self.store.as_mut().unwrap()
    }

    fn loaded(&self) -> Loaded {
        self.store
            .as_ref()
            .unwrap()
            .dossier(&self.convention)
            .unwrap()
    }

    fn live(&mut self, step: Step) {
        self.clock += 10;
        match step {
            Step::Undo => self.turn(true),
            Step::Redo => self.turn(false),
            Step::Restart => {
                self.store = None;
                self.store = Some(open(self.folder.path()));
            }
            Step::Archive => {
                let convention = self.convention.clone();
                let done = self
                    .store()
                    .act(Action::Archive { convention }, at(0))
                    .unwrap();
                if done.changed {
                    self.burst = None;
                }
            }
            step => self.act(step),
        }
        assert_eq!(self.loaded().dossier, self.now);
    }

    fn turn(&mut self, back: bool) {
        let (convention, now) = (self.convention.clone(), at(self.clock));
        let last_live = self
            .lines
            .iter()
            .rposition(|line| !line.undone && line.counts());
        let target = if back {
            last_live
        } else {
            self.lines.iter().position(|line| line.undone && !line.dead)
        };
        let done = if back {
            self.store().undo(&convention, now)
        } else {
            self.store().redo(&convention, now)
        };
        let Some(rank) = target else {
            assert!(
                matches!(
                    done,
                    Err(StoreError::NothingToUndo | StoreError::NothingToRedo)
                ),
                "{done:?}"
            );
            return;
        };
        done.unwrap();
        let line = &mut self.lines[rank];
        line.undone = back;
        self.now = if back {
            line.before.clone()
        } else {
            line.after.clone()
        };
        self.burst = None;
    }

    fn act(&mut self, step: Step) {
        let mut after = self.now.clone();
        let convention = self.convention.clone();
        let Some((action, typed, pause)) = self.action(step, &mut after, convention) else {
            return;
        };
        if let Some(pause) = pause {
            // Typing comes at its own pace after the last burst.
            self.clock = self
                .burst
                .as_ref()
                .map_or(self.clock, |(_, until)| until + pause);
        }
        let clock = self.clock;
        let revision = self.loaded().revision;
        let done = self.store().act(action, at(clock)).unwrap();
        assert_eq!(done.changed, after != self.now);
        assert_eq!(done.revision, revision + u32::from(done.changed));
        if done.changed {
            self.remember(after, typed, clock);
        }
    }

    fn remember(&mut self, after: Dossier, typed: Option<Vec<Path>>, clock: i64) {
        let goes_on = matches!((&self.burst, &typed), (Some((fields, until)), Some(typed)) if fields == typed && (0..=5).contains(&(clock - until)));
        let before = std::mem::replace(&mut self.now, after.clone());
        match self.lines.last_mut() {
            Some(line) if goes_on => line.after = after,
            _ => {
                self.lines
                    .iter_mut()
                    .filter(|line| line.undone)
                    .for_each(|line| line.dead = true);
                self.lines.push(Line {
                    before,
                    after,
                    undone: false,
                    dead: false,
                });
            }
        }
        self.burst = typed.map(|typed| (typed, clock));
    }

    /// The action of a step, done to `after` in the naive way; none when there is nothing to do it to.
    fn action(
        &mut self,
        step: Step,
        after: &mut Dossier,
        convention: Id,
    ) -> Option<(Action, Option<Vec<Path>>, Option<i64>)> {
        let action = match step {
            Step::Type { fields, pause } => {
                let fields: Vec<(Path, String)> = fields
                    .into_iter()
                    .map(|(field, text)| (field_of(after, field), text))
                    .collect();
                fields
                    .iter()
                    .for_each(|(path, text)| assert!(after.put(path, text)));
                let typed = fields.iter().map(|(path, _)| path.clone()).collect();
                return Some((Action::Set { convention, fields }, Some(typed), Some(pause)));
            }
            Step::Hand { field, on } => {
                let path = field_of(after, field);
                after.by_hand.retain(|known| *known != path);
                if on {
                    after.by_hand.push(path.clone());
                }
                after.by_hand.sort();
                Action::Hand {
                    convention,
                    path,
                    on,
                }
            }
            Step::Add { list, rank, name } => {
                self.made += 1;
                let (list, id) = (LISTS[list].to_owned(), Id::new(&format!("n{}", self.made))?);
                items(after, &list, |items| {
                    assert!(items.insert(rank, id.clone()))
                });
                assert!(after.put(
                    &Path::new(list.as_str()).join(id.as_str()).join("nom"),
                    &name
                ));
                Action::Add {
                    convention,
                    list,
                    id: Some(id),
                    at: rank,
                    fields: vec![("nom".into(), name)],
                }
            }
            Step::Remove { list, item } => {
                let (list, id) = (
                    LISTS[list].to_owned(),
                    after.ids(LISTS[list]).get(item)?.clone(),
                );
                items(after, &list, |items| assert!(items.remove(id.as_str())));
                let gone = format!("{list}/{}/", id.as_str());
                after
                    .by_hand
                    .retain(|path| !path.as_str().starts_with(&gone));
                Action::Remove {
                    convention,
                    list,
                    id,
                }
            }
            Step::Move { list, item, to } => {
                let (list, id) = (
                    LISTS[list].to_owned(),
                    after.ids(LISTS[list]).get(item)?.clone(),
                );
                items(after, &list, |items| {
                    assert!(items.move_to(id.as_str(), to))
                });
                Action::Move {
                    convention,
                    list,
                    id,
                    to,
                }
            }
            Step::Paste { list, rows } => {
                let list = LISTS[list].to_owned();
                let ids = after.ids(&list);
                let row =
                    |(item, name): (Option<usize>, String)| Some((ids.get(item?)?.clone(), name));
                let rows: Vec<(Id, String)> = rows.into_iter().filter_map(row).collect();
                for (id, name) in &rows {
                    assert!(after.put(
                        &Path::new(list.as_str()).join(id.as_str()).join("nom"),
                        name
                    ));
                }
                let rows = rows.into_iter().map(|(id, name)| PastedRow {
                    id: Some(id),
                    fields: vec![("nom".into(), name)],
                });
                Action::Paste {
                    convention,
                    list,
                    rows: rows.collect(),
                }
            }
            _ => return None,
        };
        Some((action, None, None))
    }
}

fn open(folder: &std::path::Path) -> Store {
    let store = Store::open(folder, at(0)).unwrap();
    // What is proved here does not hang on the disk: nothing waits for it.
    store.db.execute_batch("PRAGMA synchronous = OFF").unwrap();
    store
}

/// The field of a number: one of the fixed ones, or one of the first school.
fn field_of(dossier: &Dossier, number: usize) -> Path {
    let school = dossier
        .ids("ecoles")
        .first()
        .map(|id| Path::new("ecoles").join(id.as_str()).join("uai"));
    FIELDS
        .get(number)
        .map(|field| Path::new(*field))
        .or(school)
        .unwrap_or_else(|| Path::new("titre"))
}

fn items(dossier: &mut Dossier, list: &str, work: impl FnOnce(&mut dyn domain::record::Items)) {
    match dossier.sheet.part_mut(list) {
        Some(PartMut::List(items)) => work(items),
        _ => panic!("no list {list}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, max_shrink_iters: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn undo_and_redo_are_exact_whatever_is_done_and_across_restarts(steps in steps()) {
        let mut life = Life::begin();
        steps.into_iter().for_each(|step| life.live(step));
        // Back to the beginning, then to the end again.
        let end = life.now.clone();
        let mut turned = 0;
        while life.lines.iter().any(|line| !line.undone && line.counts()) {
            life.live(Step::Undo);
            turned += 1;
        }
        prop_assert_eq!(&life.now, &sample());
        (0..turned).for_each(|_| life.live(Step::Redo));
        prop_assert_eq!(&life.now, &end);
    }
}

//! What is wrong between a dossier and the convention that it follows, in French.

use super::{Pair, pair};
use domain::french::counted;
use domain::rules::fault::SequelFault;

pub(super) fn sequel(fault: SequelFault) -> Pair {
    match fault {
        SequelFault::NoEarlierAct => pair(
            "Le dossier dit qu’il suit un acte, et cet acte n’y est pas.",
            "Repartir du dossier de la convention : « convent new --from ». Ou vider « Nature de la suite ».",
        ),
        SequelFault::NoSequelKind => pair(
            "Le dossier contient l’acte qu’il suit, sans dire ce qu’il en fait.",
            "Choisir : avenant, mise à jour d’annexe ou renouvellement.",
        ),
        SequelFault::ConventionOver { ended, on } => pair(
            format!(
                "La convention suivie a pris fin le {} : elle n’est plus en vigueur le {}.",
                ended.long(),
                on.long()
            ),
            "Corriger la date, préparer un renouvellement, ou dire en motif ce qui la prolonge.",
        ),
        SequelFault::BeforeConvention { effect, signed } => pair(
            format!(
                "La prise d’effet ({}) précède la dernière signature de la convention suivie ({}).",
                effect.long(),
                signed.long()
            ),
            "Corriger celle des deux dates qui est fausse, ou écrire le motif.",
        ),
        SequelFault::Overlap { begins, ends } => pair(
            format!(
                "La nouvelle convention commence le {}, et celle qu’elle renouvelle court jusqu’au {}.",
                begins.long(),
                ends.long()
            ),
            "Choisir le lendemain de ce jour, ou dire en motif ce qui met fin à l’ancienne.",
        ),
        SequelFault::Gap {
            begins,
            ended,
            days,
        } => pair(
            format!(
                "La convention renouvelée a pris fin le {} et la nouvelle ne commence que le {} : {} sans convention.",
                ended.long(),
                begins.long(),
                counted(u32::try_from(days).unwrap_or(u32::MAX), "jour", "jours")
            ),
            "Avancer la prise d’effet si c’est encore possible.",
        ),
    }
}
